"""Regions that are the plan's own under a nearly right name: refused with the name, never taken for strangers."""

import re
from collections.abc import Iterator

from anju_cli.catalogue.models import Region
from anju_cli.names import fold

#: The levels above a region, by rank; a name of one level says nothing of another.
_LEVELS = {
    **dict.fromkeys(("省", "自治区", "特别行政区"), 1),
    **dict.fromkeys(("市", "自治州", "州", "地区", "盟"), 2),
    **dict.fromkeys(("自治县", "县", "区", "旗"), 3),
}
_LEVEL = re.compile(f"(.+?)({'|'.join(sorted(_LEVELS, key=len, reverse=True))})")

#: Level words of one rank: a plan of 安居区 knows no 安居县. A town, or a city beside a county, has a name of its own.
_SAME_RANK = "区县旗"

_OFFICE = re.compile(r"(?:局|委|办|联|中心|政府|委员会|办公室|联合会|本级)$")
_TOWNSHIP = re.compile(r"(?!城[乡镇])[^乡镇]{1,4}(?:镇|乡|街道)")

#: With one of these a name is that of a neighbour: 东城区 beside 城区.
_SIDES = frozenset("东西南北上下")


def is_other(text: str, region: Region) -> bool:
    """Whether the catalogue names it as a neighbour: that wins over every likeness."""
    return fold(text) in map(fold, region.others)


def is_near(text: str, region: Region) -> bool:
    """Whether it differs from a name of the region in a single other character."""
    names = (name for name in map(fold, (region.name, *region.aliases)) if len(name) > 2)  # noqa: PLR2004 - 甲县, 乙县
    pairs = (zip(fold(text), name, strict=True) for name in names if len(name) == len(fold(text)))
    return any(sum(left != right for left, right in pair) == 1 for pair in pairs)


def likeness(text: str, region: Region) -> str | None:
    """What makes a name nearly the region's own; `None` for another region.

    `higher` levels before it, an `office` behind it, another word of its `level`, another `spelling`, or a `slip`.
    """
    text = fold(text)
    names = [name for name in map(fold, (region.name, *region.aliases)) if len(name) > 1]
    full = max(names, key=len, default="")
    slip = any(_one_slip(text, name) for name in names if len(name) > 2)  # noqa: PLR2004 - 甲县
    spelled = any(_written_oddly(text, name) or (len(_levels(name)) > 1 and text == _stem(name)) for name in names)
    kind = next((kind for name in names for kind in _kinds(text, name, full)), None)
    return kind or ("spelling" if spelled else "slip" if slip else None)


def _kinds(text: str, name: str, full: str) -> Iterator[str]:
    """A name behind higher levels or before an office; its own levels left out; another level word."""
    above = full.removesuffix(name) if full.endswith(name) else ""
    if name != text and name.endswith(text) and _levels(name.removesuffix(text)):
        yield "higher"
    for core in (name, *_same_rank(name)):
        head, found, behind = text.partition(core)
        if not found or (head and not _is_above(head, above)):
            continue
        if behind and (not _OFFICE.search(behind) or _TOWNSHIP.match(behind)):
            continue
        yield "level" if core != name else "office" if behind else "higher"


def _is_above(head: str, above: str) -> bool:
    """Whether a text is the levels above the region, with their level words or (遂宁) without."""
    stem = _stem(above)
    return bool(stem and head.endswith(stem)) or bool(_levels(head) and not _contradicts(head, above))


def _stem(name: str) -> str:
    """A name without its level words: 遂宁安居."""
    return "".join(part for _, part in _levels(name))


def _written_oddly(text: str, name: str) -> bool:
    """Whether every character that differs is none of simplified Chinese: 遂寧市安居區."""
    differing = [ours for ours, own in zip(text, name, strict=False) if ours != own]
    return len(text) == len(name) and bool(differing) and not any(map(_is_simplified, differing))


def _is_simplified(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _same_rank(name: str) -> list[str]:
    """The name with each other level word of its rank."""
    return [name[:-1] + word for word in _SAME_RANK if name[-1:] in _SAME_RANK and word != name[-1]]


def _levels(head: str) -> list[tuple[int, str]]:
    """The levels that a text is made of; none where it is made of anything else."""
    levels = _LEVEL.findall(head)
    whole = "".join(name + word for name, word in levels) == head
    return [(_LEVELS[word], name) for name, word in levels] if whole else []


def _contradicts(head: str, above: str) -> bool:
    """Whether two names of what lies above have another name at the same level."""
    if head.endswith(above) or above.endswith(head):
        return False
    own = dict(_levels(above))
    return any(not name.endswith(own.get(rank, "")) for rank, name in _levels(head))


def _one_slip(left: str, right: str) -> bool:
    """A character too many, too few, or two swapped; another one in its place is another region (甲县, 乙县)."""
    if len(left) == len(right):
        return left != right and sorted(left) == sorted(right)
    short, long = sorted((left, right), key=len)
    return len(long) - len(short) == 1 and any(
        long[:at] + long[at + 1 :] == short and character not in _SIDES for at, character in enumerate(long)
    )
