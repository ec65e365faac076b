"""Named platforms, institutions and laws: 《…》, and proper names that begin with a place or 国家 and end in the
word for a platform.
"""

from __future__ import annotations

import re

from mulberry.policy.glossary import TERMS
from mulberry.policy.heads import CLASS
from mulberry.policy.places import PLACES
from mulberry.policy.vocabulary import words

_TITLE = re.compile(r"《[^《》]{2,80}》(?:（[^（）]{2,20}）)?")
_SUFFIXES = words("""
    实验室 创新中心 研究中心 医学中心 商务中心 运营中心 服务中心 交易中心 数据中心 技术中心 保护中心 合作中心
    金融中心 会展中心 中心 科学港 研究院 研究所 科学院 工程院 法院 法庭 仲裁院 综合保税区 保税区 保税港区
    自由贸易试验区 自由贸易港 自贸试验区 自贸港 试验区 示范区 示范园区 先导区 先行区 开发区 高新区 合作区 新区
    片区 集聚区 产业园 科技园 科学园 生命科学园 文创产业园 软件园 园区 名园 科学城 科技城 科学岛 未来城 数码港
    航空港 国际港 口岸 港 岛 枢纽 铁路 高铁 城际 联络线 机场 港口 理事会 联合会 协调机制 领导小组 联席会议 集群
    基金 大基金 交易所 国际班列 班列 博览会 进博会 论坛 走廊 基地 大学 学院 医院 服务平台 合作平台 公共平台 协定
    公约 合作组织 出口基地 联盟 核心承载区 产业带 大装置 大科学装置 自由贸易园区
""")
_SUFFIX = re.compile("|".join(sorted(_SUFFIXES, key=len, reverse=True)))
_PLACES: dict[str, tuple[str, ...]] = {}
for _place in sorted((*PLACES, "国家", "国家级"), key=len, reverse=True):
    _PLACES[_place[0]] = (*_PLACES.get(_place[0], ()), _place)
_WATER = re.compile("[\u4e00-\u9fff]{2,3}[湖湾岛山](?=[\u4e00-\u9fff])")
_STOP = re.compile(
    r"[，。；：、的在]|（以下[^（）]{1,24}）|培育|复制推广|承接|集聚|引进|支持|鼓励|推动|推进|建设(?!示范|银行|兵团)|打造|创建|设立|建立|组建|共建|合作共建|深化|加强|完善|优化|发挥|提升|参与|接入|开展|依托|围绕|争创|利用|以及|及其|或者|加快|促进|与(?!进步)|和(?!平|谐)|及(?!其他)|并|将|(?<!自)由|对(?!外)|向|到|从|按|为|是|入选|符合|有关|相关|内|等|实施|发布|制定|引导|允许|探索|落实|全面|布局|做大做强|明确|统筹|融入|服务(?!业|平台|中心|贸易|示范|站|外包)|通过|作用|发展(?!改革|研究)"
)
_GENERIC = re.compile(
    r"(?:国家|国家级)?(?:级|省|市|区|全国|重点|重大|各类|相关|一批|新型|特色|高水平|高能级|现代|科技|产业|创新|研发|技术|工程|示范|综合|区域|公共|专业|海外|国际|离岸|培训|孵化|生产|应用|工业|企业|专项|城市|基础|前沿|核心|关键|人才|高能|联合|实体|未来|高端|智库)*$"
)
# words that only names of places carry need no place before them
_ISLAND = re.compile(
    r"([\u4e00-\u9fff]{2,10}?)(?:科学岛|科学城|科技城|未来城|数码港|科创城|国际医学城|城际铁路|高速铁路|研究院)"
)
_BRACKET = re.compile(r"（[^（）]{1,12}）")
_ABBREVIATED = re.compile(
    r"[\u4e00-\u9fff]{3,16}(?:计划|协定|组织|公约|协会|联盟|标准|体系)（[A-Z][A-Za-z/+ -]{1,12}）"
)
_LEADING = re.compile(r".*(?:加入|遵守|对接|签署|依据|履行|参加|参与|我国|对标|推进|实施|和|与|以)")
_QUOTED = re.compile(
    r"“([^“”]{2,24}(?:走廊|计划|工程|行动|平台|名园|先导区|大脑|码头|港湾|谷|岛|湾|班列|之窗|名城|专线|通))”"
)


def _proper(piece: str, anchor: str, suffix: str) -> bool:
    """Whether what stands between the anchor and the suffix makes a name and not a kind of thing (国家级平台,
    江苏省重点实验室).
    """
    core = piece[len(anchor) : len(piece) - len(suffix)]
    if anchor.startswith("国家") and len(core) < 3:
        return suffix == "大基金"
    if (
        core
        and _GENERIC.fullmatch(core)
        and not (not anchor.startswith("国家") and core in ("国际", "工业", "创新", "科技"))
    ):
        return False
    if suffix in ("计划", "工程", "行动", "专项", "基地", "港", "岛", "口岸", "园区", "片区", "机场") and len(core) < 2:
        return suffix in ("机场", "园区") and not anchor.startswith("国家") and bool(core)
    return len(piece) >= 4


def _chunks(text: str) -> list[tuple[int, int]]:
    """Stretches in which a name can stand, between verbs, particles and punctuation; a bracketed place stays within."""
    out, start = list[tuple[int, int]](), 0
    for stop in _STOP.finditer(text):
        out.append((start, stop.start()))
        start = stop.end()
    return [*out, (start, len(text))]


# without one of these no name ends in a stretch: a quick look that spares the slow ones
_ENDS = re.compile("[" + "".join(sorted({x[-1] for x in _SUFFIXES} | set("道城路院"))) + "]")


def local_places(text: str) -> frozenset[str]:
    """Places the document itself speaks of, by the words that follow them: X市, X经济开发区."""
    return frozenset(p for p in _LOCAL.findall(text) if p[:2] not in _USUAL and p not in PLACES)


def _anchor(text: str, a: int, b: int, local: frozenset[str]) -> tuple[int, str] | None:
    """The first place, 国家, lake or bay in a stretch."""
    here = min((i for p in local if (i := text.find(p, a, b)) >= 0), default=-1)
    if here >= 0:
        return here, next(p for p in local if text.startswith(p, here))
    water = _WATER.search(text, a, b)
    for i in range(a, water.start() if water else b):
        for place in _PLACES.get(text[i], ()):
            if text.startswith(place, i, b):
                return i, place
    return (water.start(), water.group()) if water else None


def _name_in(text: str, a: int, b: int, local: frozenset[str]) -> tuple[int, int] | None:
    if not _ENDS.search(text, a + 2, b):
        return None
    anchor = _anchor(text, a, b, local)
    if anchor is None:
        island = _ISLAND.search(text, a, b)
        return island.span() if island and not _GENERIC.fullmatch(island[1]) else _coined(text, a, b)
    first, place = anchor
    last = None
    for suffix in _SUFFIX.finditer(text, first + len(place), b):
        if _proper(text[first : suffix.end()], place, suffix.group()):
            last = suffix.end()
    if last is None:
        return None
    bracket = _BRACKET.match(text, last)
    start = _cluster_start(text, a, first) if text.endswith("集群", a, last) else first
    return start, bracket.end() if bracket and bracket.end() <= b and "以下" not in bracket.group() else last


def _coined(text: str, a: int, b: int) -> tuple[int, int] | None:
    """A whole stretch that ends as platforms do and begins with no usual word: 氢途浙大联合研发中心."""
    piece = text[a:b]
    if len(piece) < 6 or piece[0] in "以由对将把为从按经各" or piece[:2] in _USUAL or not _COINED.search(piece):
        return None
    return (a, b) if re.fullmatch("[\u4e00-\u9fff]+", piece) else None


_COINED = re.compile(
    r"(?:研发中心|调解中心|创新中心|医学中心|合作园|产业园|科技园|科学园|科学港|研究院|保税区|实验室|合作区)$"
)
_LOCAL = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,3})(?:市|县|州|经济技术开发区|经济开发区|高新区|新区|先导区|示范区|开发区|自治区|省)"
)
_USUAL = frozenset(
    {term.zh[:2] for term in TERMS}
    | {word[:2] for word in CLASS if len(word) > 1}
    | set(
        words("""
        全国 全省 全市 全区 各类 各市 各县 各区 有关 相关 重点 重大 区域 人力 公共 社会 综合 专业 联合 中小 大型
        现代 新型 高端
        高能 高水 高标 高质 特色 优质 一批 若干 多个 部分 所在 我市 我省 本市 本省 市级 省级 县级 区级 国家 国际
        国内 民营 外商
        跨国 龙头 骨干 首批 未来 智慧 智能 数字 绿色 低碳 海洋 乡村 农业 农村 城市 城乡 工业 商业 物流 会展 法律
        行政 政务 党群
        分拨 销售 结算 培训 检测 检验 认证 孵化 加速 众创 概念 中试 产业 企业 项目 技术 科研 教育 医疗 健康 养老
        文化 体育 旅游
        设区 主城 沿海 沿边 内陆 边境 县域 园区 街道 乡镇 先导 示范 实验 试验 核心 基础 前沿 共性 关键 应用 开放
        共享 协同 创新
        """)
    )
)


def _abbreviated(found: re.Match[str]) -> tuple[int, int]:
    """A name with its Latin short form, without the words that lead up to it."""
    lead = _LEADING.match(found.group())
    return found.start() + (lead.end() if lead else 0), found.end()


def _cluster_start(text: str, chunk: int, anchor: int) -> int:
    """生物医药及高端医疗器械国家…集群: the trade before 国家 is part of a cluster's name, also across 及."""
    if text[chunk:anchor] or chunk == 0 or text[chunk - 1] not in "及和与":
        before = chunk
    else:
        return anchor
    while before > 1 and text[before - 1] in "及和与":
        k = before - 1
        while k > 0 and text[k - 1] not in "，。；：、的在强大群区":
            k -= 1
        if text[k - 1] in "群区":
            break
        before = k
    return before if anchor - before <= 16 else anchor


def names(text: str, own: frozenset[str] = frozenset(), local: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Names of laws, platforms and institutions, in order; ``own`` are names of the place the document is about,
    which are not listed.
    """
    out = [m.span() for m in _TITLE.finditer(text)] + [m.span(1) for m in _QUOTED.finditer(text)]
    out += [
        (a, b) for a, b in map(_abbreviated, _ABBREVIATED.finditer(text)) if not any(x < b and a < y for x, y in out)
    ]
    for a, b in _chunks(text):
        found = _name_in(text, a, b, local) if b - a >= 4 else None
        if found and text[slice(*found)] not in own and not any(x <= found[0] < y for x, y in out):
            out.append(found)
    return sorted(out)
