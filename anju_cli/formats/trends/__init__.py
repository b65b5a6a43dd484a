"""The formats of `anju trend`; the table of formats points at them."""
