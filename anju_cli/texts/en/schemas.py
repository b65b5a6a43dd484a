"""The words of the schemas that editors show, beside those of keys and indicators."""

SCHEMA_WORDS: dict[str, str] = {
    "report": "{plan}: report",
    "report_hover": "One region's figures of one year. Ctrl and space list the keys and indicators that may stand "
    "here; rest the mouse on a key to see what it means.",
    "catalogue": "Catalogue",
    "catalogue_hover": "What the plan promised: indicators (what is counted and how) and the targets about them.",
    "schema_key": "Schema",
    "schema_key_hover": "The schema by which an editor checks this file (in JSON only).",
    "words_zh": "The Chinese text.",
    "words_en": "The English text.",
    "about_value": "Value",
    "about_value_hover": "The number that the plan names.",
    "about_within": "Within",
    "about_within_hover": "How far on either side still counts; whoever writes the catalogue sets it.",
    "number": "Write a number, as in 78.5; where there is none, pending, not applicable or withheld. "
    "See anju explain numbers",
    "grade": "Write a grade ({grades}); where there is none, pending, not applicable or withheld",
    "unit": "The unit is {units}",
    "year": "Write a year of four digits, {first} to {last}",
    "reason": "Say why; a blank or “none” is no reason",
}
