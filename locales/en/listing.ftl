### Lists of claims as files.

listing-format-csv = Table (CSV)
listing-format-xlsx = Workbook (Excel)
listing-format-json = Data (JSON)
listing-format-md = Text (Markdown)
listing-take = Take as a file
listing-take-do = Download
listing-all = { $count ->
    [one] The one claim that fits
   *[other] All { $count-shown } claims that fit
}
listing-all-that-fit = All claims that fit
listing-of-source = { $count ->
    [one] The one claim for which the article cites it
   *[other] All { $count-shown } claims for which articles cite it
}
listing-title = List
listing-count = { $count ->
    [one] 1 claim
   *[other] { $count-shown } claims
}
listing-month = Month
listing-form = Form
listing-month-title = A month’s work
listing-month-lead = The claims that they set a verdict on, sent on or back, signed off, decided on the text of, gathered evidence for or asked somebody about.
listing-of-person = Claims that { $name } worked on
problem-month-unreadable = A month is written as a year and a number, such as 2026-11.
