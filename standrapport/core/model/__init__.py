# SPDX-License-Identifier: EUPL-1.2
"""The nouns of the report: positions, intervals, figures, findings, the catalogue and the edition.

All are frozen and have no behaviour beyond what follows from their own fields.
"""

from .about import (
    AboutFigure as AboutFigure,
    Population as Population,
    SeriesBreak as SeriesBreak,
    Source as Source,
)
from .block import (
    Agreement as Agreement,
    Block as Block,
    ConfirmedReading as ConfirmedReading,
    Day as Day,
    DeclaredNumber as DeclaredNumber,
    KeyField as KeyField,
    KeyLabel as KeyLabel,
    Leaf as Leaf,
    Part as Part,
    Remark as Remark,
    ReviewItem as ReviewItem,
    SourcePlace as SourcePlace,
    WebPage as WebPage,
    YamlKey as YamlKey,
    Year as Year,
    key_fields as key_fields,
)
from .catalogue import (
    Catalogue as Catalogue,
    Column as Column,
    Derived as Derived,
    FigureRole as FigureRole,
    RequestedIndicator as RequestedIndicator,
    Rule as Rule,
    RuleYears as RuleYears,
    Table as Table,
)
from .columns import (
    ColumnTable as ColumnTable,
    ColumnValues as ColumnValues,
    Vintage as Vintage,
    beside as beside,
    beside_of as beside_of,
    delivered as delivered,
    differing as differing,
    expected_beside as expected_beside,
    free_refs as free_refs,
    has_keys as has_keys,
    keys_in as keys_in,
    large_tables as large_tables,
    missing_columns as missing_columns,
    same_period as same_period,
    single_figures as single_figures,
    suppressed as suppressed,
    years_of as years_of,
)
from .comparing import Change as Change, Ranking as Ranking, ranked as ranked
from .edition import (
    FILE_STEM as FILE_STEM,
    RECIPE_BEFORE as RECIPE_BEFORE,
    BlockName as BlockName,
    BlockStanding as BlockStanding,
    Chapter as Chapter,
    Edition as Edition,
    FactsheetChoice as FactsheetChoice,
    Letter as Letter,
    Publication as Publication,
    Standing as Standing,
    still_holds as still_holds,
)
from .extract import (
    ColumnRows as ColumnRows,
    Extract as Extract,
    Measure as Measure,
    Taking as Taking,
)
from .figure import (
    EXPECTED as EXPECTED,
    Expected as Expected,
    Figure as Figure,
    FigureKey as FigureKey,
    Figures as Figures,
    Kind as Kind,
    Revision as Revision,
    RevisionReason as RevisionReason,
    apart as apart,
    figure_of as figure_of,
    left_over as left_over,
)
from .figure_blocks import (
    Dekking as Dekking,
    Grafiek as Grafiek,
    Infographic as Infographic,
    Kerncijfer as Kerncijfer,
    Kerncijfers as Kerncijfers,
    Ontbrekend as Ontbrekend,
    Samenvatting as Samenvatting,
    Tabel as Tabel,
    Weg as Weg,
)
from .finding import (
    Acceptance as Acceptance,
    BrokenRule as BrokenRule,
    CellChange as CellChange,
    FigureSeen as FigureSeen,
    Finding as Finding,
    RepairBound as RepairBound,
    Severity as Severity,
    Suggestion as Suggestion,
    has_errors as has_errors,
    stops as stops,
)
from .interval import (
    EVERYTHING as EVERYTHING,
    NOT_NEGATIVE as NOT_NEGATIVE,
    Bound as Bound,
    Interval as Interval,
)
from .outcome import Outcome as Outcome, Verdict as Verdict, count as count
from .period import (
    PeriodProblem as PeriodProblem,
    last_day as last_day,
    moment_of as moment_of,
    months_in as months_in,
    period_of as period_of,
    several_years as several_years,
)
from .questions import (
    Answers as Answers,
    Antwoord as Antwoord,
    Vraag as Vraag,
    answers_of as answers_of,
)
from .text import (
    FigureName as FigureName,
    NumberInText as NumberInText,
    Position as Position,
    Printed as Printed,
    ResolvedText as ResolvedText,
    ResolvedTexts as ResolvedTexts,
    Segment as Segment,
    Text as Text,
    Used as Used,
    WorkedOut as WorkedOut,
    plain as plain,
)
from .text_blocks import (
    Afkortingen as Afkortingen,
    Beeld as Beeld,
    Bronnen as Bronnen,
    Citaat as Citaat,
    Colofon as Colofon,
    Kader as Kader,
    Knelpunt as Knelpunt,
    Ondertekening as Ondertekening,
    Ontwikkelpunt as Ontwikkelpunt,
    Partner as Partner,
    PictureFile as PictureFile,
    Populaties as Populaties,
    Tekst as Tekst,
    Titled as Titled,
)
