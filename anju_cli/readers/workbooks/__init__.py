"""Workbooks to grids of cells, whichever form they have: `xlsx_` of 2007 and after, `xls_` of before."""
