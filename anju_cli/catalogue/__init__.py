"""The shape of targets.yaml: what is counted, and what was promised about it."""

from anju_cli.catalogue.models import (
    Catalogue,
    Department,
    Indicator,
    Part,
    Target,
    Words,
)
from anju_cli.catalogue.promise import Promise

__all__ = ["Catalogue", "Department", "Indicator", "Part", "Promise", "Target", "Words"]
