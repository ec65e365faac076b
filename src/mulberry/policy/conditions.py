"""On which condition a clause directs: qualified subjects, lawfulness, premises, cases named by …的."""

from __future__ import annotations

import re

_NOUN = r"[^，。；、（）“”的]"
_PATTERNS = tuple(
    re.compile(p)
    for p in (
        # 在风险可控前提下, 在充分评估风险的基础上, 在国家政策框架内
        r"在[^，。；]{2,80}?(?:的?前提下|的?基础上|框架(?:内|下)|允许范围内|范围内|的?情况下|的?条件下)",
        # 在完成可行性研究后, 经批准, 经…认定后
        r"(?:^|(?<=[，；]))(?:在[^，。；]{2,40}(?:后|之后|以后|时)|待[^，。；]{2,30}后)(?=，)",
        r"(?<![已未历曾])经(?!济|营|验|费|贸|办|过|常|典|纪|理|销|开|络|由|历|受)[^，。；、的]{0,24}?(?:批准|同意|认定|审核|备案|评估|授权|许可|评审|审定|核准|审批|审查|登记|协商一致|研究|论证)(?:通过)?(?:同意)?后?",
        # qualified subjects
        rf"(?:符合|具备|满足|达到)(?:[^，。；、“”]{{0,24}}?(?:条件|资质|资格|要求|标准|规定|规划|准入|门槛|情形))(?=的|[，。；、]|{_NOUN}|$)",
        r"(?<!没)有条件(?:的|地)?|有能力的|有意愿的|有需求的|具备能力的|同等条件下|自愿(?=[^者])",
        # lawfulness
        r"依法合规|依法依规|合法合规|依法有序|依法(?!人|治|行政|披露|治国|纳税的)",
        r"按(?:照)?(?:相关|有关|国家有关|国家|法律|法定|规定|现行|既定|统一|干部管理权限)?(?:法律法规|法律|法规|规定|程序|要求|权限|政策)(?:的规定|规定|要求)?(?:和(?:程序|规定|要求))?",
        r"按(?:照)?[^，。；、在]{2,18}?(?:原则|规定|程序|标准)",
        r"根据[^，。；]{2,30}?(?:规划|规定|办法|法)(?=[，\u4e00-\u9fff])",
        r"(?:原则上|视情况|视情|必要时|确有必要(?:的|时)?|确需[^，。；]{0,16}的)",
        r"以[^，。；]{2,30}为(?:前提|条件)",
    )
)
# a whole stretch that ends in 的: the case in which the clause holds
_CASE = re.compile(
    r"(?:^|(?<=[，；：]))(?P<case>(?:如|若|凡|对|对于|需|确需|涉及|因|经|未|已|属于|符合|有|无|达到|超过|不|首次|新|连续|当年|年度|通过|获得|被|经认定|[^，；。]{0,14}(?:达到|超过|不足|不满|符合|属于|涉及|有|需|齐全|获|未|不))?[^，；。]{1,90}?的)(?=，)"
)
_IF = re.compile(r"(?:^|(?<=[，；]))(?:如|如果|若|一旦)(?!下|何|期|此|同|果蔬)[^，。；]{3,60}(?=，)")


def conditions(text: str) -> list[tuple[int, int]]:
    """The conditions in a clause, in order, the widest where they nest. Spans are within ``text``."""
    found = [m.span() for p in _PATTERNS for m in p.finditer(text)]
    found += [m.span("case") for m in _CASE.finditer(text)] + [m.span() for m in _IF.finditer(text)]
    found.sort(key=lambda s: (s[0], -s[1]))
    out: list[tuple[int, int]] = []
    for a, b in found:
        if out and a < out[-1][1]:
            if b > out[-1][1] and text[out[-1][1] - 1] != "的":
                out[-1] = (out[-1][0], b)
            continue
        out.append((a, b))
    return out
