"""One outcome that holds every status, every level of finding and hostile text; every format shows it."""

from collections import Counter
from decimal import Decimal
from typing import Any

from anju_cli.catalogue import Indicator, Promise, Target, Words
from anju_cli.catalogue.promise import promises_of
from anju_cli.comparators import GOALS
from anju_cli.diagnostics import Diagnostic, WrittenReason
from anju_cli.outcome import (
    Assessment,
    Base,
    CatalogueFacts,
    Coverage,
    Finding,
    Input,
    Judgement,
    Outcome,
    PlainFigure,
    RelatedPlace,
    Report,
    Result,
    Section,
    Shortfall,
    Status,
    Unmatched,
)
from anju_cli.pace import Knot, Progress, line_of, progress_on
from anju_cli.places import Place, Span
from anju_cli.quotients import Quotient
from anju_cli.units import Unit

#: Grades, worst first.
GRADES = ("未定级", "二级乙等", "二级甲等", "三级乙等")

OWN = "遂宁市安居区"
RETURN = "returns/2019.yaml"
CULTURE = "returns/2019_文广局.yaml"
BROKEN = "returns/a|b](javascript:alert(1))<i>.yaml"

#: Names, reasons and figures as nobody should write them: HTML, a table's bar, a link, a heading on a
#: line of its own, terminal colours, a direction override, a C1 control, marks of every kind.
HOSTILE = (
    "<script>alert(1)</script> | a\\|b [点我](javascript:alert(1)) ![图](http://x.example/p.png)\n# 标题\n"
    "- 项 `码` *斜* _斜_ ~~删~~ $x$ &lt; \x1b[31m红\x1b[0m \u202e倒\x9b2J www.example.org ---"
)


def words(zh: str, en: str = "") -> Words:
    """A name in both languages, taken as it is, however hostile."""
    return Words(zh=zh, en=en or zh)


def number(text: str) -> Decimal:
    """A figure."""
    return Decimal(text)


_AREAS = (
    ("education", words("基本公共教育服务", "Basic public education")),
    ("health", words("基本医疗卫生服务", "Basic health care")),
    ("social", words("基本社会服务|养老", "Basic social services | elderly")),
)
_LEADS = {
    "区教育局": "District Education Bureau",
    "区卫计局": "District Health Bureau",
    "区民政局": "District Civil Affairs Bureau",
    "区文广局": "District Culture Bureau",
    "区财政局": "District Finance Bureau",
}


Goal = tuple[str, object]  # a comparator's key and its words, as a catalogue has them


def promised(
    id_: str,
    name: Words,
    goal: Goal,
    by: int | None = 2020,
    unit: str = "%",
    reference: Words | None = None,
    **more: object,
) -> Promise:
    """A promise compiled from a catalogue's words; what is not given is the same for most."""
    kind, raw = goal
    usual: dict[str, Any] = {
        "area": "social", "basis": "number", "clause": "四(五)3", "quote": "2020年…达到37张", "lead": "区民政局",
    }  # fmt: skip
    target = Target(goal=GOALS[kind].read(raw, GRADES), by=by, every_year=by is None, **(usual | more))
    grades = GRADES if kind == "grade_at_least" else ()
    indicators = {id_: Indicator(name=name, unit=unit, grades=grades, targets=(target,))}
    if reference is not None:
        indicators[str(raw)] = Indicator(name=reference, unit=unit)
    (promise,) = promises_of(id_, indicators, (2018, 2020))
    return promise


#: What of a judgement belongs to the promise, and what to the assessment.
_OF_PROMISE = {
    "by",
    "unit",
    "reference",
    "area",
    "clause",
    "quote",
    "lead",
    "partners",
    "basis",
    "aspirational",
    "lead_assigned",
}
_OF_ASSESSMENT = set(Assessment._fields) - {"status", "progress", "reference"}


def judged(
    id_: str, name: Words, goal: Goal, status: Status, paced: bool = False, against: Decimal | None = None, **more: Any
) -> Judgement:
    """A judgement of the own region in 2019; `paced` where a line leads from its base to its goal."""
    promise = promised(id_, name, goal, **{key: more.pop(key) for key in _OF_PROMISE & more.keys()})
    numbers = {key: more.pop(key) for key in _OF_ASSESSMENT & more.keys()}
    assessment = Assessment(status, reference=against, **numbers)
    if paced and assessment.base is not None and assessment.value is not None and promise.due is not None:
        knot = Knot(assessment.base.year, assessment.base.value)
        line = line_of(promise, knot, promise.due, promise.milestones)
        assessment = assessment._replace(progress=progress_on(line, 2019, assessment.value))
    usual: dict[str, Any] = {"promise": promise, "region": OWN, "year": 2019, "assessment": assessment}
    return Judgement(**(usual | more))


def changed(judgement: Judgement, **changes: Any) -> Judgement:
    """The same judgement with other fields: of its promise, of its assessment, or its own."""
    numbers = {key: changes.pop(key) for key in (*Assessment._fields[:6], *Assessment._fields[7:]) if key in changes}
    if "against" in changes:
        numbers["reference"] = changes.pop("against")
    own = {key: changes.pop(key) for key in Judgement._fields if key in changes}
    promise = _changed_promise(judgement.promise, changes) if changes else judgement.promise
    return judgement._replace(promise=promise, assessment=judgement.assessment._replace(**numbers), **own)


def _changed_promise(promise: Promise, changes: dict[str, Any]) -> Promise:
    target, indicator = promise.target, promise.indicator
    kept = {key: getattr(target, key) for key in ("by", *(_OF_PROMISE & set(Target._fields)))}
    usual = {"id_": promise.id, "name": indicator.name, "unit": indicator.unit, "goal": None, "reference": None}
    fields = {**usual, **kept, **changes}
    if fields["goal"] is None:
        made = promised(**{**fields, "goal": ("rises", "true")})
        key = f"{made.id}/{target.goal.kind}"
        target = made.target._replace(goal=target.goal)
        return promise._replace(key=key, id=made.id, indicator=made.indicator, target=target)
    return promised(**fields)


def on_line(
    expected: Quotient,
    difference: Quotient,
    required: Quotient,
    projection: Quotient,
    suffices: bool,
) -> Progress:
    """Figures of a line; where it runs is of no account to a format."""
    knot, nothing = Knot(2017, number("30.0")), number("0")
    return Progress(
        on_schedule=False,
        slipping=False,
        expected=expected,
        difference=difference,
        required_per_year=required,
        room=None,
        projection=projection,
        suffices=suffices,
        start=knot,
        end=knot,
        counted=nothing,
        left=nothing,
        right=nothing,
    )


def _source(line: int) -> Place:
    return Place(RETURN, ("figures", line), Span(line, 28, line, 32))


_CULTURE = Place(CULTURE, ("figures",))


def _at_least(value: str) -> Goal:
    return "at_least", value


_WHOLE: Goal = ("complete", "true")
_FALLS: Goal = ("falls", "true")
_RISES: Goal = ("rises", "true")
_TOILETS = words("农村卫生厕所普及率", "Rural sanitary toilets")

#: The beds of the design's pictures: 33.2 of 37, behind.
BEDS = judged(
    "elderly_beds",
    words("每千名老年人拥有养老床位", "Beds per thousand elders"),
    _at_least("37"),
    Status.BEHIND,
    unit="张/千人",
    detail="behind_schedule",
    value=number("33.2"),
    before=number("32.4"),
    gap=number("-3.8"),
    shortfall=Shortfall(372, Unit("张")),
    base=Base(2017, number("30.0"), "report"),
    paced=True,
    course=((2016, number("28.1")), (2017, number("30.0")), (2018, number("32.4")), (2019, number("33.2"))),
    inputs=(
        Input("value", 2019, number("33.2"), _source(4)),
        Input("before", 2018, number("32.4"), _source(4)),
        Input("base", 2017, number("30.0"), _source(4)),
    ),
    source=_source(4),
    partners=("区财政局", "区卫计局"),
)

_JUDGEMENTS = (
    judged(
        "kindergarten_coverage",
        words("普惠性幼儿园覆盖率", "Inclusive kindergartens"),
        _at_least("80"),
        Status.MET,
        area="education",
        lead="区教育局",
        clause="四(一)1",
        detail="early",
        value=number("83.50"),
        gap=number("3.50"),
        explained=("ANJ502",),
        before=number("61.0"),
        source=_source(3),
        inputs=(Input("value", 2019, number("83.50"), _source(3)), Input("before", 2018, number("61.0"), _source(3))),
    ),
    judged(
        "new_kindergartens",
        words("当年新建公办幼儿园数", "Public kindergartens built"),
        _at_least("2"),
        Status.MET,
        area="education",
        lead="区教育局",
        clause="四(一)1",
        by=None,
        unit="所",
        value=number("2"),
        gap=number("0"),
        running_total=number("4"),
        source=_source(5),
    ),
    judged(
        "infant_mortality",
        words(HOSTILE),
        _FALLS,
        Status.MISSED,
        area="health",
        lead="区卫计局",
        clause="四(四)3",
        quote=HOSTILE,
        basis="direction",
        by=None,
        unit="‰",
        value=number("6.1"),
        before=number("6.1"),
        gap=number("0"),
        base=Base(2017, number("6.3"), "report"),
        source=_source(6),
        inputs=(
            Input("value", 2019, number("6.1"), _source(6)),
            Input("before", 2018, number("6.1"), _source(6)),
            Input("base", 2017, number("6.3"), _source(6)),
        ),
        course=((2017, number("6.3")), (2018, number("6.1")), (2019, number("6.1"))),
    ),
    judged(
        "maternal_mortality",
        words("孕产妇死亡率", "Maternal mortality"),
        _FALLS,
        Status.UNDETERMINED,
        area="health",
        lead="区卫计局",
        clause="四(四)3",
        by=None,
        unit="1/10万",
        basis="direction",
        reasons=("before",),
        value=number("17.8"),
        source=_source(7),
    ),
    judged(
        "cdc_grade",
        words("区级疾控中心等级", "Grade of the centre for disease control"),
        ("grade_at_least", "二级甲等"),
        Status.UNDETERMINED,
        area="health",
        lead="区卫计局",
        clause="四(四)5",
        unit="等级",
        aspirational="力争",
        reasons=("no_pace",),
        value=number("1"),
        grade="二级乙等",
        gap=number("-1"),
        source=_source(8),
    ),
    BEDS,
    judged(
        "nursing_bed_share",
        words("护理型床位比例", "Nursing beds"),
        _at_least("30"),
        Status.ON_TRACK,
        detail="on_schedule",
        value=number("27.5"),
        gap=number("-2.5"),
        shortfall=Shortfall(84, Unit("张")),
        source=_source(9),
        base=Base(2017, number("22"), "catalogue"),
        inputs=(Input("value", 2019, number("27.5"), _source(9)), Input("base", 2017, number("22"))),
        paced=True,
    ),
    judged(
        "rural_dibao_standard",
        words("农村低保标准", "Rural minimum standard"),
        ("not_below", "poor_county_dibao_standard"),
        Status.MISSED,
        reference=words("贫困县农村低保标准", "the poor counties' standard"),
        against=number("4260"),
        by=None,
        unit="元/人·年",
        basis="relative",
        value=number("4140"),
        gap=number("-120"),
        source=_source(10),
    ),
    judged(
        "reimbursement",
        words("住院费用支付比例", "Hospital costs reimbursed"),
        ("about", {"value": "75", "within": "2"}),
        Status.MISSED,
        by=None,
        value=number("79.6"),
        gap=number("-2.6"),
        shortfall=Shortfall(1045, Unit("万元")),
        source=_source(11),
    ),
    judged(
        "toilets",
        _TOILETS,
        _at_least("85"),
        Status.UNDETERMINED,
        reasons=("ANJ204",),
        written="\x1b[31m780|<b>\x1b[0m",
        source=_source(12),
    ),
    judged(
        "toilets",
        _TOILETS,
        _RISES,
        Status.UNDETERMINED,
        by=None,
        reasons=("ANJ204",),
        basis="direction",
        written="\x1b[31m780|<b>\x1b[0m",
        source=_source(12),
    ),
    judged(
        "community_care",
        words("社区养老服务覆盖率", "Community care"),
        _WHOLE,
        Status.UNDETERMINED,
        basis="universal",
        reasons=("ANJ205",),
        would_be=Status.ON_TRACK,
        written="0.785",
        source=_source(13),
    ),
    judged(
        "media",
        words("媒体数字化率", "Media digitised"),
        _WHOLE,
        Status.BEHIND,
        lead="区文广局",
        detail="lost",
        value=number("66.7"),
        gap=number("-33.3"),
        shortfall=Shortfall(1, Unit("家")),
        base=Base(2017, number("100"), "report"),
        source=_CULTURE,
    ),
    judged("libraries", words("图书馆覆盖率", "Libraries"), _WHOLE, Status.NOT_REPORTED, lead="区文广局"),
    judged(
        "libraries",
        words("图书馆覆盖率", "Libraries"),
        _RISES,
        Status.NOT_REPORTED,
        by=None,
        lead="区文广局",
        basis="direction",
    ),
    judged(
        "screens",
        words("应急广播", "Emergency broadcast"),
        ("between", ["1", "2"]),
        Status.PENDING,
        lead="区文广局",
        unit="次/户",
        written="待报",
        source=Place(CULTURE, ("figures",)),
    ),
    judged(
        "relief_points",
        words("救灾物资储备点", "Relief stores"),
        _WHOLE,
        Status.NOT_APPLICABLE,
        written="不适用",
        source=_source(14),
    ),
    judged("guards", words("应急队伍", "Rescue teams"), _WHOLE, Status.WITHHELD, written="涉密", source=_source(15)),
)

_OTHER = (
    changed(
        BEDS,
        status=Status.ON_TRACK,
        detail="on_schedule",
        value=number("36.9"),
        gap=number("-0.1"),
        shortfall=None,
        region="对照市|甲",
        source=Place("other/2019.yaml", ()),
    ),
    judged(
        "elderly_beds",
        words("出生缺陷发生率", "Birth defects"),
        ("at_most", "10"),
        Status.MISSED,
        value=number("12"),
        before=number("32.4"),
        gap=number("-2"),
        shortfall=Shortfall(7, Unit("人")),
        unit="1/万",
        by=None,
        partners=BEDS.promise.target.partners,
        course=BEDS.course,
        inputs=BEDS.inputs,
        region="对照市|甲",
        source=Place("other/2019.yaml", ()),
    ),
)


def _section(judgements: tuple[Judgement, ...], region: str, year: int, **more: object) -> Section:
    usual: dict[str, object] = {
        "region": region,
        "year": year,
        "own": region == OWN,
        "history": False,
        "sample": True,
        "asked": len(judgements),
        "not_asked": 0,
        "counts": dict(Counter(judgement.status for judgement in judgements)),
        "judgements": judgements,
    }
    return Section(**(usual | more))  # type: ignore[arg-type]  # a table of fields


def _finding(code: str, path: str, line: int | None, kind: str = "", **more: object) -> Finding:
    """A finding at column 28 of a line; `line` is None where a file has none."""
    span = Span(line, 28, line, 32) if line else None
    concrete = ("related", "name", "clause", "quote", "catalogue_line", "catalogue_path")
    known = {key: more.pop(key) for key in concrete if key in more}
    diagnostic = Diagnostic(code, Place(path), kind=kind, **more)  # type: ignore[arg-type]  # a table of fields
    return Finding(diagnostic, span, "  toilets: 780    # 核对过", **known)  # type: ignore[arg-type]


_TOILETS_IN_PLAN = {
    "name": _TOILETS,
    "clause": "四(五)3",
    "quote": "85%以上",
    "catalogue_line": 18,
    "catalogue_path": "targets.yaml",
}

_FINDINGS = (
    _finding(
        "ANJ204",
        RETURN,
        12,
        "high",
        indicator="toilets",
        written="\x1b[31m780|<b>\x1b[0m",
        arguments={"field": "value", "amount": "780", "unit": "%", "high": "100", "low": "0"},
        **_TOILETS_IN_PLAN,
    ),
    _finding(
        "ANJ110",
        RETURN,
        16,
        "different",
        indicator="elderly_beds",
        written="34",
        arguments={"key": "养老|床位", "first": "elderly_beds", "line": "4"},
        related=(RelatedPlace(RETURN, Span(4, 3, 4, 15), "  elderly_beds: 33.2", "first", "33.2"),),
    ),
    _finding("ANJ006", BROKEN, None, arguments={"format": "zip"}),
    _finding(
        "ANJ205",
        RETURN,
        13,
        indicator="community_care",
        written="0.785",
        name=words("社区养老服务覆盖率"),
        arguments={"field": "value", "written": "0.785", "understood": "78.5"},
    ),
    _finding(
        "ANJ502",
        RETURN,
        3,
        indicator="kindergarten_coverage",
        written="83.50",
        name=words("普惠性幼儿园覆盖率"),
        arguments={"field": "value", "written": "83.50", "before": "61.0", "move": "22.50", "most": "15", "unit": "%"},
        related=(RelatedPlace("returns/2018.yaml", Span(3, 28, 3, 30), "  x: 61", "year_before", "61.0"),),
        explanation=WrittenReason(f"新园两所启用。{HOSTILE}", Place(RETURN, ("explanations", 0), Span(30, 5, 30, 6))),
    ),
    _finding(
        "ANJ301",
        RETURN,
        9,
        indicator="nursing_bed_share",
        written="\uff12\uff17.5",
        arguments={"field": "value", "written": "\uff12\uff17.5", "understood": "27.5", "unit": "%"},
    ),
)

_CATALOGUE = CatalogueFacts(
    title="安居区基本公共服务行动计划",
    document="遂安府办发〔2018〕19号",
    region=OWN,
    sha256="c" * 64,
    path="targets.yaml",
    promises=22,
    period=(2018, 2020),
    areas=_AREAS,
    departments=_LEADS,
    indicators={"hostile": words(HOSTILE)},
)

OUTCOME = Outcome(
    catalogue=_CATALOGUE,
    reports=(
        Report(RETURN, OWN, 2019, None, "all", sample=True, encoding="utf-8", sha256="a" * 64, figures=15),
        Report(CULTURE, OWN, 2019, "区文广局", "reported", sample=True, encoding="gb18030", sha256="b" * 64, figures=1),
        Report("returns/2017.yaml", OWN, 2017, None, "all", sample=True, encoding="utf-8", sha256="d" * 64, figures=2),
        Report(
            "other/2019.yaml",
            "对照市|甲",
            2019,
            None,
            "reported",
            sample=True,
            encoding="utf-8",
            sha256="e" * 64,
            figures=2,
        ),
        Report(BROKEN, None, None, None, "all", sample=False, encoding="utf-8", sha256="f" * 64, figures=0),
    ),
    sections=(
        _section(
            _JUDGEMENTS,
            OWN,
            2019,
            not_asked=3,
            not_asked_leads=(("区财政局", 2), ("区<b>局", 1)),
            absent=("区财政局",),
            empty=("区文广局", "区<i>局"),
        ),
        _section(
            (),
            OWN,
            2017,
            history=True,
            unjudged=(
                PlainFigure("elderly_beds", BEDS.name, number("30.0"), Unit("张/千人")),
                PlainFigure("cdc_grade", words("区级疾控中心等级"), number("0"), Unit("等级"), "未定级"),
                PlainFigure("toilets", words("农村卫生厕所普及率"), None, Unit("%"), None, "5６0|<b>", ("ANJ204",)),
                PlainFigure("poverty_line", words("贫困线"), None, Unit("元"), None, None, ("ANJ408",)),
            ),
        ),
        _section(_OTHER, "对照市|甲", 2019),
    ),
    findings=_FINDINGS,
    coverage=Coverage(
        reports=4,
        figures=18,
        passed_over=4,
        missing=("没有|这个.yaml",),
        unread=("returns/a|<b>.xlsx",),
        outcomes=("returns/last.json",),
        unmatched=(
            Unmatched("path", "returns/空|<b>"),
            Unmatched("year", "2016"),
            Unmatched("department", "区<b>局"),
            Unmatched("area", "social"),
            Unmatched("basis", "number"),
            Unmatched("indicator", "hostile"),
        ),
        filters=(
            ("department", ("区教育局", "区民政局")),
            ("area", ("social",)),
            ("basis", ("number",)),
            ("year", ("2019",)),
        ),
        left_out=1,
    ),
    result=Result(2, "missing"),
)

#: A run in which nothing is wrong and nothing is short: one promise, met.
QUIET = Outcome(
    catalogue=_CATALOGUE._replace(promises=1, areas=()),
    reports=(Report(RETURN, OWN, 2021, None, "all", sample=False, encoding="utf-8", sha256="a" * 64, figures=1),),
    sections=(_section((changed(_JUDGEMENTS[0], year=2021, area=None),), OWN, 2021, sample=False),),
    findings=(),
    coverage=Coverage(reports=1, figures=1),
    result=Result(1, "fail_on", {"asked": "missed query"}),
)

#: A run that found nothing to check.
EMPTY = Outcome(_CATALOGUE, (), (), (), Coverage(reports=0, figures=0), Result(3, "nothing"))
