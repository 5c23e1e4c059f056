"""Codes of the family SR-R: rendering and accessibility."""

from .code import Code

WEERGAVE = (
    Code(
        "SR-R001",
        "waarschuwing",
        title="Opmaak genegeerd",
        explanation="De PDF-maker heeft iets uit de opmaak niet begrepen en overgeslagen.",
        remedy="Meld het aan wie de sjablonen beheert.",
        wrong="breedte: veel",
        right="breedte: 10mm",
    ),
    Code(
        "SR-R002",
        "fout",
        title="PDF kan niet gemaakt worden",
        explanation=(
            "De systeembibliotheek Pango ontbreekt; zonder Pango kan er geen PDF gemaakt worden."
        ),
        remedy=("Voer de opdracht uit de melding uit, of bouw alleen de HTML met --format html."),
        wrong="build 2024",
        right="build 2024 --format html",
        says={
            "": "$reden",
        },
    ),
    Code(
        "SR-R003",
        "fout",
        title="Sjabloon breekt een regel voor toegankelijkheid",
        explanation=(
            "Een sjabloon of stijlblad bevat iets dat een schermlezer of PDF/UA niet aankan, zoals "
            "een afbeelding zonder alternatieve tekst."
        ),
        remedy="Verbeter het sjabloon op de genoemde regel.",
        wrong="<img src=x>",
        right='<img src=x alt="…">',
    ),
    Code(
        "SR-R010",
        "fout",
        title="Factsheet past niet op twee bladzijden",
        explanation=(
            "De blokken die voor de factsheet zijn gekozen, nemen meer of minder dan twee "
            "bladzijden in."
        ),
        remedy=(
            "Kies in rapport.yaml onder 'factsheet' een blok met minder cijfers of een kleinere "
            "grafiek, of kort samenvattingen in."
        ),
        wrong="factsheet: (grafiek met veertig sleutels)",
        right=("factsheet:\n  grafiek: cijfers/grafiek-instroom"),
        says={
            "": (
                "De factsheet telt $bladzijden bladzijden in plaats van $hoort; kies onder "
                "'factsheet' in rapport.yaml minder of kortere blokken."
            ),
        },
    ),
)
