"""The shipped catalogue says what a careful reading of the plan says, promise by promise."""

from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest

from anju_cli.catalogue import Catalogue, Target
from anju_cli.loading import load_catalogue
from anju_cli.loading.catalogue import shipped_path
from anju_cli.numbers import plain

#: id | rule | goal | unit | due | clause | lead, in the order of the reading. Present, not complete:
#: who reads the plan better adds a promise, and no line here has to change.
PROMISES = """
public_service_spending_share | rises |   | % | each year | 三 | 区财政局
kindergartens_built_or_extended | at_least | 2 | 所 | each year | 四(一)1 | 区教育局
kindergarten_coverage | at_least | 80 | % | 2020 | 四(一)1 | 区教育局
high_school_feature_projects_min | at_least | 1 | 个 | 2020 | 四(一)3 | 区教育局
free_schooling_years_poor_households | at_least | 15 | 年 | 2020 | 四(一)4 | 区教育局
hardship_families_with_a_job | complete | 100 | % | each year | 四(二)1 | 区人社局
labour_contract_signing_rate | rises |   | % | each year | 四(二)4 | 区人社局
collective_contract_coverage | rises |   | % | each year | 四(二)4 | 区人社局
inpatient_reimbursement | about | 75±2 | % | each year | 四(三)2 | 区人社局
service_window_coverage_district | complete | 100 | % | 2020 | 四(三)3 | 区人社局
service_window_coverage_township | complete | 100 | % | 2020 | 四(三)3 | 区人社局
service_window_coverage_village | complete | 100 | % | 2020 | 四(三)3 | 区人社局
key_public_hospitals | between | 1-2 | 所 | 2020 | 四(四)1 | 区卫计局
general_hospitals | exactly | 1 | 个 | 2020 | 四(四)1 | 区卫计局
tcm_hospitals | exactly | 1 | 个 | 2020 | 四(四)1 | 区卫计局
township_clinics_up_to_standard | at_least | 80 | % | 2020 | 四(四)1 | 区卫计局
rural_sanitary_toilets | at_least | 75 | % | 2020 | 四(四)2 | 区卫计局
maternal_mortality | falls |   | 1/10万 | each year | 四(四)3 | 区卫计局
infant_mortality | falls |   | ‰ | each year | 四(四)3 | 区卫计局
birth_defects | falls |   | 1/万 | each year | 四(四)3 | 区卫计局
womens_disease_screening | rises |   | % | each year | 四(四)3 | 区卫计局
womens_disease_early_care | rises |   | % | each year | 四(四)3 | 区卫计局
cervical_cancer_check_coverage | rises |   | % | each year | 四(四)3 | 区卫计局
breast_cancer_check_coverage | rises |   | % | each year | 四(四)3 | 区卫计局
food_drug_sampling_coverage | rises |   | % | each year | 四(四)4 | 区食药监局
cdc_grade | grade_at_least | 二级甲等 | 等级 | 2020 | 四(四)5 | 区卫计局
rural_dibao_standard | not_below | poor_county_dibao_standard | 元/人·年 | each year | 四(五)1 | 区民政局
mental_welfare_institution_coverage | complete | 100 | % | 2020 | 四(五)2 | 区民政局
destitute_elder_support | not_below | resident_living_level | 元/人·年 | each year | 四(五)3 | 区民政局
elder_care_urban_communities | complete | 100 | % | 2020 | 四(五)3 | 区民政局
elder_care_townships | complete | 100 | % | 2020 | 四(五)3 | 区民政局
elder_care_rural_communities | at_least | 70 | % | 2020 | 四(五)3 | 区民政局
elder_beds_per_thousand | at_least | 37 | 张/千人 | 2020 | 四(五)3 | 区民政局
nursing_bed_share | at_least | 30 | % | 2020 | 四(五)3 | 区民政局
relief_depot_coverage | complete | 100 | % | 2020 | 四(五)4 | 区民政局
relief_points_disaster_prone_townships | complete | 100 | % | 2020 | 四(五)4 | 区民政局
relief_points_remote_villages | complete | 100 | % | 2020 | 四(五)4 | 区民政局
dilapidated_homes_renovated_poor | complete | 100 | % | 2020 | 四(六)3 | 区住建局
culture_network_district | complete | 100 | % | 2020 | 四(七)1 | 区文广局
culture_network_township | complete | 100 | % | 2020 | 四(七)1 | 区文广局
culture_network_village | complete | 100 | % | 2020 | 四(七)1 | 区文广局
media_digitisation | complete | 100 | % | 2020 | 四(七)4 | 区文广局
media_convergence | complete | 100 | % | 2020 | 四(七)4 | 区文广局
family_doctor_disabled | complete | 100 | % | 2020 | 四(八)1 | 区残联
living_subsidy_disabled | complete | 100 | % | each year | 四(八)1 | 区残联
nursing_subsidy_disabled | complete | 100 | % | each year | 四(八)1 | 区残联
dilapidated_homes_renovated_disabled | complete | 100 | % | 2020 | 四(八)1 | 区残联
free_schooling_years_disabled | at_least | 12 | 年 | 2020 | 四(八)3 | 区残联
public_service_spending_share | does_not_fall |   | % | each year | 五(二) | 区财政局
quality_schools_with_special_plan | complete | 100 | % | each year | 四(一)4 | 区教育局
township_teaching_posts_allotted | complete | 100 | % | each year | 四(一)5 | 区教育局
teachers_trained | complete | 100 | % | 2020 | 四(一)5 | 区教育局
employers_registering_labour_use | complete | 100 | % | 2020 | 四(二)4 | 区人社局
public_staff_work_injury_insured | complete | 100 | % | 2020 | 四(三)1 | 区人社局
retiree_pension | rises |   | 元/月 | each year | 四(三)2 | 区人社局
resident_base_pension | rises |   | 元/月 | each year | 四(三)2 | 区人社局
unemployment_benefit | rises |   | 元/月 | each year | 四(三)2 | 区人社局
delivery_beds | rises |   | 张 | each year | 四(四)3 | 区卫计局
food_drug_inspection_frequency | rises |   | 次/户 | each year | 四(四)4 | 区食药监局
destitute_support_standard | rises |   | 元/人·年 | each year | 四(五)1 | 区民政局
orphan_living_allowance_minimum | rises |   | 元/人·月 | each year | 四(五)2 | 区民政局
subsidised_funeral_coverage | rises |   | % | each year | 四(五)6 | 区民政局
eligible_public_rental_covered | complete | 100 | % | each year | 四(六)1 | 区住建局
pilot_and_key_towns_in_shanty_renewal | complete | 100 | % | 2020 | 四(六)2 | 区住建局
sports_facility_coverage | rises |   | % | each year | 四(七)1 | 区文广局
venues_open_free_or_cheap | rises |   | % | each year | 四(七)5 | 区文广局
severely_disabled_in_dibao | complete | 100 | % | each year | 四(八)1 | 区残联
disabled_job_services | complete | 100 | % | each year | 四(八)2 | 区人社局
kindergarten_coverage | rises |   | % | each year | 四(一)1 | 区教育局
poor_village_children_in_school | complete | 100 | % | each year | 四(一)4 | 区教育局
high_schools_on_new_curriculum | complete | 100 | % | 2020 | 四(一)3 | 区教育局
public_bodies_in_pension_scheme | complete | 100 | % | 2020 | 四(三)1 | 区人社局
public_bodies_in_occupational_annuity | complete | 100 | % | 2020 | 四(三)1 | 区人社局
residents_in_serious_illness_insurance | complete | 100 | % | 2020 | 四(三)1 | 区人社局
obstetric_and_paediatric_staff | rises |   | 人 | each year | 四(四)3 | 区卫计局
key_products_traceable | complete | 100 | % | 2020 | 四(四)4 | 区食药监局
post_disaster_relief_standard | rises |   | 元/人 | each year | 四(五)1 | 区民政局
legal_aid_cases | rises |   | 件 | each year | 四(五)1 | 区民政局
community_mental_rehabilitation_coverage | rises |   | % | each year | 四(五)2 | 区民政局
elder_institution_beds | rises |   | 张 | each year | 四(五)3 | 区民政局
eligible_households_with_rent_subsidy | complete | 100 | % | each year | 四(六)1 | 区住建局
insured_medical_rehabilitation_items | rises |   | 项 | each year | 四(八)1 | 区残联
flexible_disabled_workers_tax_relief | complete | 100 | % | each year | 四(八)2 | 区人社局
flexible_disabled_workers_insurance_subsidy | complete | 100 | % | each year | 四(八)2 | 区人社局
disabled_pupils_in_high_school | complete | 100 | % | each year | 四(八)3 | 区残联
public_service_spending | does_not_fall |   | 万元 | each year | 五(二) | 区财政局
public_satisfaction | rises |   | % | each year | 三 | 区发改局
elder_care_spending | rises |   | 万元 | each year | 四(五)3 | 区民政局
rural_elder_care_spending | rises |   | 万元 | each year | 四(五)3 | 区民政局
arts_talent | rises |   | 人 | each year | 四(七)2 | 区文广局
disabled_in_hardship_beyond_dibao_supported | complete | 100 | % | each year | 四(八)1 | 区残联
supported_employment_disabled | complete | 100 | % | each year | 四(八)2 | 区人社局
assistive_device_subsidy_disabled | complete | 100 | % | each year | 四(八)3 | 区残联
high_schools_funded_at_standard | complete | 100 | % | each year | 四(一)3 | 区教育局
basic_medical_insured | rises |   | 人 | each year | 四(三)2 | 区人社局
district_matching_funds | rises |   | 万元 | each year | 四(三)3 | 区人社局
special_family_support | complete | 100 | % | each year | 四(四)3 | 区卫计局
preconception_checks | complete | 100 | % | each year | 四(四)3 | 区卫计局
orphans_with_allowance | complete | 100 | % | each year | 四(五)2 | 区民政局
children_in_hardship_supported | complete | 100 | % | each year | 四(五)2 | 区民政局
elder_care_subsidy_recipients | complete | 100 | % | each year | 四(五)3 | 区民政局
demobilised_soldiers_subsidised | complete | 100 | % | each year | 四(五)5 | 区民政局
shantytown_households_renewed | rises |   | % | each year | 四(六)2 | 区住建局
disabled_free_training | complete | 100 | % | each year | 四(八)2 | 区人社局
disabled_children_rehabilitation_aid | complete | 100 | % | each year | 四(八)3 | 区残联
service_staff_trained | rises |   | 人 | each year | 五(二) | 区人社局
special_family_fertility_guidance | complete | 100 | % | each year | 四(四)3 | 区卫计局
disabled_special_culture_services | complete | 100 | % | each year | 四(八)3 | 区残联
disabled_homes_made_accessible | complete | 100 | % | each year | 四(八)3 | 区残联
free_vocational_training | complete | 100 | % | each year | 四(二)3 | 区人社局
"""

ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in PROMISES.strip().splitlines()]

#: Held against others, promised by nobody.
REFERENCES = ("poor_county_dibao_standard", "resident_living_level")

#: By what a share or rate is multiplied.
PER = {"%": 100, "‰": 1000, "张/千人": 1000, "1/10万": 100_000, "1/万": 10_000}

#: Judged alike, and marked with the plan's own word.
ASPIRATIONAL = {"cdc_grade": "力争", "general_hospitals": "原则上", "tcm_hospitals": "原则上"}

#: Of clauses that name no department: who leads is ours.
LEADS_ASSIGNED = {
    "public_satisfaction",
    "public_service_spending_share",
    "public_service_spending",
    "service_staff_trained",
}

#: Another name, and what it once meant: a figure under it may have been counted another way.
RENAMED = {"obstetric_beds": "delivery_beds", "township_teaching_posts_filled": "township_teaching_posts_allotted"}

#: Names of other indicators of other people: a figure under them would be taken for ours.
STRANGERS = ("群众满意度", "政策范围内住院费用支付比例", "婴儿死亡比")

#: Raised when a higher level says so: a year without its word is 不适用.
ORDERED = ("retiree_pension", "resident_base_pension", "unemployment_benefit", "assistive_device_subsidy_disabled")

#: Where the words leave a choice: what the editorial line has to say about it.
READINGS = {
    "kindergarten_coverage": "教基〔2017〕3号",
    "high_schools_on_new_curriculum": "2017年版",
    "basic_medical_insured": "参保人数计量",
    "food_drug_sampling_coverage": "取重点经营单位",
    "rural_dibao_standard": "扶贫标准",
    "destitute_elder_support": "农村居民",
    "delivery_beds": "照字面",
    "public_service_spending": "自己的尺度是比重",
    "venues_open_free_or_cheap": "不是全部开放",
    "community_mental_rehabilitation_coverage": "不是全部覆盖",
}

#: What these things are called in English, and what they are not.
ENGLISH = {
    "township_clinics_up_to_standard": "township health centres",
    "pilot_and_key_towns_in_shanty_renewal": "shantytown redevelopment",
    "elder_beds_per_thousand": "people aged 60 and over",
    "maternal_mortality": "Maternal mortality ratio",
    "residents_in_serious_illness_insurance": "critical illness insurance",
    "tcm_hospitals": "TCM hospitals",
}


def shipped_text() -> str:
    """The catalogue with its comments."""
    return Path(shipped_path()).read_text("utf-8")


@lru_cache
def catalogue() -> Catalogue:
    """The catalogue of this checkout."""
    loaded = load_catalogue()
    assert () == loaded.diagnostics
    assert loaded.catalogue is not None
    return loaded.catalogue


def target(id_: str, rule: str) -> Target:
    """The promise of an indicator that has a rule."""
    found = [target for target in catalogue().indicators[id_].targets if target.goal.kind == rule]
    assert 1 == len(found)
    return found[0]


def goal(target: Target) -> str:
    """A goal as the table writes it."""
    goal, bounds = target.goal.describe(), [None if bound is None else plain(bound) for bound in target.goal.bounds]
    if target.goal.kind == "about":
        return f"{plain(goal.value or Decimal(0))}±{plain(goal.within or Decimal(0))}"
    if target.goal.kind == "between":
        return "-".join(str(bound) for bound in bounds)
    named = goal.grade or goal.reference
    return named or next((bound for bound in bounds if bound is not None), "")


@pytest.mark.parametrize(("id_", "rule", "value", "unit", "due", "clause", "lead"), ROWS)
def test_a_promise_is_there(id_: str, rule: str, value: str, unit: str, due: str, clause: str, lead: str) -> None:
    """Each promise has the rule, goal, unit, due year, clause and lead department that the plan gives it."""
    one = target(id_, rule)
    found = (goal(one), catalogue().indicators[id_].unit, str(one.by or "each year"), one.clause, one.lead)
    assert (value, unit, due, clause, lead) == found
    assert (due == "each year") == one.every_year


def test_no_row_stands_twice() -> None:
    """The table has a hundred and ten promises, each of its own."""
    assert 110 == len({row[:2] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("id_", REFERENCES)
def test_a_reference_is_there(id_: str) -> None:
    """What others are held against is an indicator without a promise."""
    assert () == catalogue().indicators[id_].targets


def test_what_is_aspirational() -> None:
    """The plan's 力争 and 原则上 are marked with the word that stands in the quote, and nothing else is."""
    marked = [promise for promise in catalogue().promises if promise.target.aspirational]
    assert ASPIRATIONAL == {promise.id: promise.target.aspirational for promise in marked}
    assert [] == [promise.id for promise in marked if promise.target.aspirational not in promise.target.quote]


def test_which_leads_are_ours() -> None:
    """A lead is marked as assigned where the clause names no department: in 三 and 五(二), and nowhere else."""
    promises = catalogue().promises
    assert LEADS_ASSIGNED == {promise.id for promise in promises if promise.target.lead_assigned}
    assert {"三", "五(二)"} == {promise.target.clause for promise in promises if promise.target.lead_assigned}
    unmarked = {promise.target.clause for promise in promises if not promise.target.lead_assigned}
    assert not {"三", "五(二)"} & unmarked


@pytest.mark.parametrize(("old", "new"), RENAMED.items())
def test_an_old_id_is_an_alias(old: str, new: str) -> None:
    """A report with an id of the first version is still understood."""
    assert old in catalogue().indicators[new].aliases
    assert old not in catalogue().indicators


def test_no_alias_is_another_indicator_s_name() -> None:
    """What others call something else is no name of ours."""
    aliases = {alias for indicator in catalogue().indicators.values() for alias in indicator.aliases}
    assert not aliases & set(STRANGERS)


@pytest.mark.parametrize("id_", ORDERED)
def test_what_a_higher_level_orders(id_: str) -> None:
    """Where a higher level decides, the definition tells the clerk what to write in a year without its word."""
    definition = catalogue().indicators[id_].definition
    assert definition is not None
    assert "填不适用并写明理由" in definition.zh
    assert "not applicable is entered with the reason" in definition.en


@pytest.mark.parametrize("id_", ["delivery_beds", "destitute_support_standard"])
def test_what_no_higher_level_orders(id_: str) -> None:
    """合理 and 适度 name no higher level: no year is excused."""
    indicator = catalogue().indicators[id_]
    assert indicator.definition is not None
    (only,) = indicator.targets
    assert only.editorial is not None
    assert "不适用" not in indicator.definition.zh + only.editorial.zh
    assert "没有说由上级决定" in only.editorial.zh


@pytest.mark.parametrize(("id_", "words"), READINGS.items())
def test_a_choice_is_told(id_: str, words: str) -> None:
    """Where the words leave a choice, the entry says what was chosen."""
    editorial = " ".join(target.editorial.zh for target in catalogue().indicators[id_].targets if target.editorial)
    assert words in editorial
    assert "读法" in editorial


@pytest.mark.parametrize(("id_", "term"), ENGLISH.items())
def test_english_terms(id_: str, term: str) -> None:
    """The English names are those of the field."""
    assert term in catalogue().indicators[id_].name.en


def test_units_are_told_in_english() -> None:
    """A unit with Chinese in it has its English beside it, of an indicator and of its parts."""
    spoken = {
        f"{id_} {part.unit}": part.unit_en
        for id_, indicator in catalogue().indicators.items()
        for part in (indicator, indicator.numerator, indicator.denominator)
        if part is not None and not part.unit.isascii() and part.unit != "‰"
    }
    assert [] == [key for key, english in spoken.items() if not english or not english.isascii()]
    assert "bed per 1,000|beds per 1,000" == spoken["elder_beds_per_thousand 张/千人"]
    assert "birth|births" == spoken["maternal_mortality 人"]


def test_a_whole_is_complete() -> None:
    """Whatever is promised as a whole is written in one way."""
    universal = [promise for promise in catalogue().promises if promise.target.basis == "universal"]
    assert {"complete"} == {promise.target.goal.kind for promise in universal}
    full = [promise.key for promise in catalogue().promises if promise.target.goal.bounds.ends == (Decimal(100),)]
    assert [] == [key for key in full if not key.endswith("/complete")]


def test_a_part_is_named_as_forms_ask_it() -> None:
    """A part's name is what a form asks, without its indicator in front."""
    indicators = catalogue().indicators
    wanted = {
        "maternal_mortality": "活产数",
        "infant_mortality": "活产数",
        "elder_care_townships": "乡镇总数",
        "relief_depot_coverage": "乡镇(街道)总数",
        "community_mental_rehabilitation_coverage": "村(社区)总数",
    }
    parts = {id_: indicators[id_].denominator for id_ in wanted}
    assert wanted == {id_: part and part.name.zh for id_, part in parts.items()}


def test_the_rule_of_admission_stands_at_the_head() -> None:
    """What is a promise and what is none is said before the first one; what was read and left out, behind the last."""
    text = shipped_text()
    rule, rest = text.split("\ncatalogue:\n", 1)
    assert "列入的规则只有一条" in rule
    assert "读过、按文首的规则未列入的话" in rest


@pytest.mark.parametrize("id_", [row[0] for row in ROWS if row[1] in {"rises", "falls", "does_not_fall", "about"}])
def test_a_reading_says_so(id_: str) -> None:
    """Where the plan names no year or no band the entry says what was chosen."""
    targets = catalogue().indicators[id_].targets
    readings = [target for target in targets if target.basis == "direction" or target.goal.kind == "about"]
    assert readings
    assert [] == [one for one in readings if one.editorial is None]


@pytest.mark.parametrize("id_", list(dict.fromkeys(row[0] for row in ROWS)))
def test_an_indicator_is_told_in_both_languages(id_: str) -> None:
    """Each indicator has names and a definition in Chinese and English."""
    indicator = catalogue().indicators[id_]
    assert indicator.definition is not None
    told = (*indicator.name, *indicator.definition)
    assert [] == [text for text in told if not text.strip()]
    assert (indicator.name.zh, indicator.definition.zh) != (indicator.name.en, indicator.definition.en)


@pytest.mark.parametrize("id_", list(dict.fromkeys(row[0] for row in ROWS if row[3] in PER)))
def test_a_rate_has_its_parts(id_: str) -> None:
    """A share or rate says of what it is one: numerator, denominator, and the factor between."""
    one = catalogue().indicators[id_]
    assert one.numerator is not None
    assert one.denominator is not None
    assert PER[one.unit] == one.per


def test_grades_are_in_order() -> None:
    """The grades of the centre for disease control stand worst first."""
    assert ("未定级", "二级乙等", "二级甲等", "三级乙等", "三级甲等") == catalogue().indicators["cdc_grade"].grades


def test_it_is_the_plan() -> None:
    """Document, region and period are the plan's."""
    head = catalogue().catalogue
    assert ("遂安府办发〔2018〕19号", "遂宁市安居区", (2018, 2020)) == (head.document, head.region.name, head.period)
