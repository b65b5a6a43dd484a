"""The plan's own region under a nearly right name is refused with the name; neighbours are never taken for it."""

import pytest

from anju_cli.catalogue.models import Region
from anju_cli.loading.regions import is_near, is_other, likeness
from anju_cli.outcome import Status
from tests.samples_of_code import HEAD, Judging, codes, indicator, plan, report, target

OWN = Region("遂宁市安居区", ("安居区",))
BARE = Region("白杨乡")

LIKE = [
    # behind higher levels that do not contradict its full name
    ("四川省遂宁市安居区", OWN, "higher"),
    ("四川遂宁市安居区", OWN, "higher"),
    ("四川省安居区", OWN, "higher"),
    ("四川省 遂宁市 安居区", OWN, "higher"),
    ("甲县白杨乡", BARE, "higher"),
    ("遂宁市安居区", Region("四川省遂宁市安居区"), "higher"),
    ("成都市安居区", OWN, None),
    ("四川省成都市安居区", OWN, None),
    ("大同市城区", Region("晋城市城区", ("城区",)), None),
    ("市安居区", OWN, "slip"),
    # with an office behind it; a township is a region of its own
    ("安居区民政局", OWN, "office"),
    ("四川省遂宁市安居区残联", OWN, "office"),
    ("安居区人民政府", OWN, "office"),
    ("安居区乡村振兴局", OWN, "office"),
    ("安居区城乡规划局", OWN, "office"),
    ("安居区联合镇", OWN, None),
    ("安居区联合镇人民政府", OWN, None),
    ("安居区玉丰街道办", OWN, None),
    # another level word of the same rank; towns, and a city beside a county, are other regions
    ("安居县", OWN, "level"),
    ("遂宁市安居县", OWN, "level"),
    ("安居镇", OWN, None),
    ("安居乡", OWN, None),
    ("甲市", Region("甲县"), None),
    ("白杨镇", BARE, None),
    # a character too many, too few, or two swapped
    ("遂宁安居区", OWN, "higher"),
    ("四川遂宁安居区", OWN, "higher"),
    ("遂宁安居", OWN, "spelling"),
    ("遂寧市安居區", OWN, "spelling"),
    ("遂宁市安居区(本级)", OWN, "office"),
    ("遂宁市居安区", OWN, "slip"),
    ("安居", OWN, "slip"),
    ("安局区", OWN, None),
    ("东城区", Region("晋城市城区", ("城区",)), None),
    ("晋城市东城区", Region("晋城市城区", ("城区",)), None),
    ("船山区", OWN, None),
    ("甲", Region("—"), None),
]


@pytest.mark.parametrize(("text", "own", "expected"), LIKE)
def test_a_nearly_right_name(text: str, own: Region, expected: str | None) -> None:
    """What makes a name nearly the region's own, or that it is another region's."""
    assert expected == likeness(text, own)


@pytest.mark.parametrize(
    ("written", "code"), [("甲县", "ANJ114/level"), ("甲区民政局", "ANJ114/office"), ("丙省甲区", "ANJ114/higher")]
)
def test_a_nearly_right_name_is_refused(judged: Judging, written: str, code: str) -> None:
    """A report of a region that is all but the own one is an error, and nothing in it is judged as another's."""
    outcome = judged(plan(x=indicator(target("at_least: 80"))), report(2020, head=f"region: {written}", x="21"))
    assert [code] == codes(outcome)
    assert {Status.MET, Status.MISSED}.isdisjoint(judgement.status for judgement in outcome.judgements)


def test_the_catalogue_names_its_neighbours(judged: Judging) -> None:
    """What the catalogue lists under region.others is another region, however like the own one it is."""
    assert is_other("甲 县", Region("甲区", (), ("甲县",)))
    head = HEAD.replace("aliases: [甲城区]", "aliases: [甲城区], others: [甲县]")
    outcome = judged(plan(head, x=indicator(target("at_least: 80"))), report(2020, head="region: 甲县", x="81%"))
    assert "ANJ115" in codes(outcome)
    assert "甲县" in {judgement.region for judgement in outcome.judgements}


@pytest.mark.parametrize(
    ("text", "region", "near"),
    [
        ("遂宁市安民区", OWN, True),
        ("安民区", OWN, True),
        ("遂宁市 安民区", OWN, True),
        ("遂宁市船山区", OWN, False),
        ("全国", OWN, False),
        ("乙区", Region("甲区"), False),
        ("遂宁市安居区", OWN, False),
    ],
)
def test_a_region_that_differs_in_one_character(text: str, region: Region, near: bool) -> None:
    """One other character makes another region, which stands out; of two characters it is half the name."""
    assert near == is_near(text, region)


def test_a_neighbour_that_is_listed_does_not_stand_out(judged: Judging) -> None:
    """What the catalogue names as another region is told like any other."""
    text = report(2019, head="region: 甲城县", share="5")
    head = HEAD.replace("region: {name: 甲区", "region: {others: [甲城县], name: 甲区")
    outcome = judged(plan(head, share=indicator(target("at_least: 3"))), text)
    assert [""] == [finding.diagnostic.kind for finding in outcome.findings if finding.diagnostic.code == "ANJ115"]
