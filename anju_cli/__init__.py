"""anju: holds yearly figures against the promises of a plan."""

__version__ = "0.1.0"
