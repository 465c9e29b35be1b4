import re
from xml.etree import ElementTree

from .report import Report

NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Report) -> str:
    """A test case a page; a page without findings is a case that passed."""
    places = list(dict.fromkeys([*report.pages, *(finding.page for finding in report.findings)]))
    suite = ElementTree.Element("testsuite", name="accessibility", tests=str(len(places)), errors="0", skipped="0")
    suite.set("timestamp", report.when.strftime("%Y-%m-%dT%H:%M:%S"))
    failed = 0
    for page in places:
        case = ElementTree.SubElement(suite, "testcase", classname="a11y_tests", name=page)
        found = [one for one in report.findings if one.page == page]
        failed += bool(found)
        if found:
            failure = ElementTree.SubElement(case, "failure", message=f"{len(found)} findings", type="accessibility")
            failure.text = NO_XML.sub("�", "\n".join(map(str, found)))
    suite.set("failures", str(failed))
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"
