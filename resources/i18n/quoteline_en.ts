<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttachReportDialog</name>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/attach_report.py" line="59"/>
        <source>%n file(s) recognised</source>
        <translation>
            <numerusform>%n file recognised</numerusform>
            <numerusform>%n files recognised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/attach_report.py" line="60"/>
        <source>%n file(s) not</source>
        <translation>
            <numerusform>%n file not</numerusform>
            <numerusform>%n files not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/attach_report.py" line="63"/>
        <source>%n passage(s) exact</source>
        <translation>
            <numerusform>%n passage exact</numerusform>
            <numerusform>%n passages exact</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/attach_report.py" line="100"/>
        <source>{names}, and %n more</source>
        <translation>
            <numerusform>{names}, and %n more</numerusform>
            <numerusform>{names}, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookmarksPanel</name>
    <message numerus="yes">
        <location filename="../../explorer/bookmarks/panel.py" line="142"/>
        <source>%n bookmark(s)</source>
        <translation>
            <numerusform>%n bookmark</numerusform>
            <numerusform>%n bookmarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../explorer/bookmarks/panel.py" line="144"/>
        <source>; %n on events this chronicle lacks</source>
        <translation>
            <numerusform>; %n on events this chronicle lacks</numerusform>
            <numerusform>; %n on events this chronicle lacks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CiteDialog</name>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/cite_dialog.py" line="61"/>
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventTableModel</name>
    <message numerus="yes">
        <location filename="../../explorer/events/model.py" line="149"/>
        <source>%n articles</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../explorer/events/model.py" line="153"/>
        <source>%n passage(s) not found word for word in the attached text</source>
        <translation>
            <numerusform>%n passage not found word for word in the attached text</numerusform>
            <numerusform>%n passages not found word for word in the attached text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message numerus="yes">
        <location filename="../../explorer/events/panel.py" line="182"/>
        <source>%n events</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/export_dialog.py" line="106"/>
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/export_dialog.py" line="141"/>
        <source>%n row(s) written to {path}</source>
        <translation>
            <numerusform>%n row written to {path}</numerusform>
            <numerusform>%n rows written to {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message numerus="yes">
        <location filename="../../explorer/pictures/dialog.py" line="180"/>
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/report_dialog.py" line="55"/>
        <source>Not found (%n)</source>
        <translation>
            <numerusform>Not found (%n)</numerusform>
            <numerusform>Not found (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/report_dialog.py" line="58"/>
        <source>Does not hold (%n)</source>
        <translation>
            <numerusform>Does not hold (%n)</numerusform>
            <numerusform>Does not hold (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/report_dialog.py" line="76"/>
        <source>%n thing(s) do not hold</source>
        <translation>
            <numerusform>%n thing does not hold</numerusform>
            <numerusform>%n things do not hold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n days, nothing published</source>
        <translation>
            <numerusform>%n day, nothing published</numerusform>
            <numerusform>%n days, nothing published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months, nothing published</source>
        <translation>
            <numerusform>%n month, nothing published</numerusform>
            <numerusform>%n months, nothing published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years, nothing published</source>
        <translation>
            <numerusform>%n year, nothing published</numerusform>
            <numerusform>%n years, nothing published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days, nothing dated</source>
        <translation>
            <numerusform>%n day, nothing dated</numerusform>
            <numerusform>%n days, nothing dated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months, nothing dated</source>
        <translation>
            <numerusform>%n month, nothing dated</numerusform>
            <numerusform>%n months, nothing dated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years, nothing dated</source>
        <translation>
            <numerusform>%n year, nothing dated</numerusform>
            <numerusform>%n years, nothing dated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days, no source</source>
        <translation>
            <numerusform>%n day, no source</numerusform>
            <numerusform>%n days, no source</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months, no source</source>
        <translation>
            <numerusform>%n month, no source</numerusform>
            <numerusform>%n months, no source</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years, no source</source>
        <translation>
            <numerusform>%n year, no source</numerusform>
            <numerusform>%n years, no source</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n longer periods go on through it.</source>
        <translation>
            <numerusform>%n longer period goes on through it.</numerusform>
            <numerusform>%n longer periods go on through it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{fewest}–%n days</source>
        <translation>
            <numerusform>{fewest}–%n days</numerusform>
            <numerusform>{fewest}–%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message numerus="yes">
        <location filename="../../explorer/bookmarks/tags_dialog.py" line="130"/>
        <source>on %n bookmark(s)</source>
        <translation>
            <numerusform>on %n bookmark</numerusform>
            <numerusform>on %n bookmarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectDialog</name>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/collect_dialog.py" line="45"/>
        <source>%n event(s) to add to:</source>
        <translation>
            <numerusform>%n event to add to:</numerusform>
            <numerusform>%n events to add to:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/collect_dialog.py" line="45"/>
        <source>%n of them in it already</source>
        <translation>
            <numerusform>%n of them in it already</numerusform>
            <numerusform>%n of them in it already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../explorer/dialogs/collect_dialog.py" line="45"/>
        <source>%n event(s) added to “{name}”; Ctrl+5 shows it</source>
        <translation>
            <numerusform>%n event added to “{name}”; Ctrl+5 shows it</numerusform>
            <numerusform>%n events added to “{name}”; Ctrl+5 shows it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <location filename="../../explorer/searching/panel.py" line="200"/>
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
</TS>
