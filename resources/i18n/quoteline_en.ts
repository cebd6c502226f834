<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttachReportDialog</name>
    <message numerus="yes">
        <source>%n file(s) recognised</source>
        <translation>
            <numerusform>%n file recognised</numerusform>
            <numerusform>%n files recognised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not</source>
        <translation>
            <numerusform>%n file not</numerusform>
            <numerusform>%n files not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) exact</source>
        <translation>
            <numerusform>%n passage exact</numerusform>
            <numerusform>%n passages exact</numerusform>
        </translation>
    </message>
    <message numerus="yes">
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
        <source>%n bookmark(s)</source>
        <translation>
            <numerusform>%n bookmark</numerusform>
            <numerusform>%n bookmarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n on events this chronicle lacks</source>
        <translation>
            <numerusform>; %n on events this chronicle lacks</numerusform>
            <numerusform>; %n on events this chronicle lacks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventTableModel</name>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) not proven in the attached text</source>
        <translation>
            <numerusform>%n passage not proven in the attached text</numerusform>
            <numerusform>%n passages not proven in the attached text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message numerus="yes">
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
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {path}</source>
        <translation>
            <numerusform>%n row written to {path}</numerusform>
            <numerusform>%n rows written to {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>Not proven (%n)</source>
        <translation>
            <numerusform>Not proven (%n)</numerusform>
            <numerusform>Not proven (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Does not hold (%n)</source>
        <translation>
            <numerusform>Does not hold (%n)</numerusform>
            <numerusform>Does not hold (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) do not hold</source>
        <translation>
            <numerusform>%n thing does not hold</numerusform>
            <numerusform>%n things do not hold</numerusform>
        </translation>
    </message>
</context>
</TS>
