"""The shape and the colour beside the word of each status."""

from anju_cli.outcome import Status

#: A shape beside each status's word; all of them exist in GBK.
SHAPES: dict[Status, str] = {
    Status.MISSED: "×",
    Status.BEHIND: "△",
    Status.ON_TRACK: "○",
    Status.MET: "√",
    Status.UNDETERMINED: "?",
    Status.NOT_REPORTED: "—",
    Status.PENDING: "…",
    Status.NOT_APPLICABLE: "□",
    Status.WITHHELD: "■",
}

#: What is named in a closing block, worst first.
SHORT = (Status.MISSED, Status.BEHIND)

#: The lights: red missed, yellow behind, green met or on track, grey the rest.
COLOURS: dict[Status, str] = {
    Status.MISSED: "red",
    Status.BEHIND: "yellow",
    Status.ON_TRACK: "green",
    Status.MET: "green",
}
GREY = "bright_black"
