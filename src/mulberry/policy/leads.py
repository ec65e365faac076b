"""What may lead up to a head: connectives, adverbs, times, prepositions, and how a phrase that leads up to one ends."""

from __future__ import annotations

import re

from mulberry.policy.vocabulary import Lexicon, words

ADVERBS = words("""
    严肃 有针对性 专项 集约 节约集约 随机 自觉 层层 逐层 紧紧 紧密 全部 自行 确实 但 但是 而 而且 不过 对外 依职责
    且 也 则 即 均 并 特 现 还 都 一并 一是 七是 三是 不再 不断 严格 为此 主动 主要 二是 五是 今后 从快 从而 以及
    优先 依法 依规 充分 免费 全力 全面 六是 共同 其次 再次 准确 分别 分批 分步 分类 分级 切实 前瞻 加力 加快 加紧
    加速 动态 努力 协同 协调 单独 及时 另外 另行 合作 合力 合理 合规 同时 四是 因业 因企 因此 坚决 坚定 基本 大力
    大胆 完整 定期 审慎 密切 对此 尤其 尽快 常态 平稳 并且 广泛 或者 扎实 持续 提前 整体 更加 更好 最后 有力 有序
    有效 有机 此外 深入 深度 灵活 牢固 牢牢 牵头 特别 率先 用心 直接 相应 真正 着力 科学 积极 稳妥 稳慎 稳步 精准
    系统 组织 统一 统筹 继续 联合 自主 自愿 规范 计划 认真 谨慎 超前 足额 进而 适当 适时 逐年 逐步 重点 集中 首先
    一次性 不断地 个性化 主动地 依程序 分阶段 创造性 前瞻性 原则上 大胆地 实质性 差异化 市场化 常态化 按年度 探索性
    更好地 积极地 规模化 进一步 高标准 高水平 高质量 高起点 依法依规 依法合规 加大力度 因地制宜 坚定不移 坚持不懈
    持之以恒 更大力度 更大范围 更宽领域 更深层次 更高水平 更高质量 着眼长远 积极稳妥 适度超前 聚力 大幅 大幅度 显著
    明显 稳妥有序 有力有序 有序有效 精心 悉心 用情 倾力 竭力 奋力 力求 抓紧 迅速 快速 高效 便捷 规范便捷 从严 从优
    从重 从快从严 逐项 逐一 逐级 逐条 逐户 逐步有序 有针对性地 针对性 一体化 一揽子 一律 专门 集中力量 严密 周密
    细致 仔细 如实 按时 按期 限期 随时 同步 协力 携手 联动 多渠道 多措并举 多方 多点 广泛深入 充分有效 体系化
    制度化 规范化 精细化 精准化 批量 成批 梯次 错位 就地 就近 自行 自主有序 自愿有序 分头 各自 相互 互相 反复 始终
    一贯 长期 永久 暂时 临时 预先 事先 先后 先行 先期 即时 实时 立即 立刻 马上 当即 随即 坚持不懈地 公开 公开透明
    初步 基本上 总体 整体性 最大限度 最大限度地 最大程度 尽可能 尽量 尽力 下大力气 花大力气 有所 更好更快 更快 更为
    越来越 日益 不折不扣 毫不动摇 毫不放松 毫不松懈 旗帜鲜明 因地因时 因时因地 分区 分片 分期 分档 分层 分层分类
    分级分类 分类分级 分业 分步骤 深层次 有组织 有计划 有步骤 有效有序 无偿 有偿 足额及时 及时足额 按月 按季 按季度
    按年 按需 按比例 按规定 依规定 依职责 据实 据此 由此 就此 相继 陆续 连续 接续 持久 长效 鼓足干劲 科学合理
    科学有序 稳健 稳中求进 稳步有序 扎实有效 扎实有序 扎实稳妥 深入细致 深入扎实 高位 强力 大举 放手 优先予以
    率先全面 全方位 全过程 全流程 全链条 全周期 全覆盖 全员 全程 全年 常年 定向 定点 定量 自觉 自发 积极主动
    主动积极 积极有序 积极有效 积极审慎
""")
PREPOSITIONS = words("""
    在 以 对于 对 按照 按 根据 围绕 通过 依托 基于 针对 为了 为 向 由 与 同 将 把 从 就 自 结合 聚焦 面向 立足 参照
    依据 到 对标 瞄准 依照 经 随着 鉴于 除 凭借 借鉴 关于 至 如 若 凡 因 于 参考 着眼于 着眼 凡是 如果 需 涉及 当
    待 区分 视 深入 会同 紧密结合 充分借鉴 适应 持续对标 主动对接 全面对接 对照 遵照 深入贯彻落实
""")
_ADVERBS = Lexicon(ADVERBS)
_PREPOSITIONS = Lexicon(PREPOSITIONS)

# 次年, 2025年底前, 三年内: when, before what is done
TIME = re.compile(
    r"(?:(?:20\d\d年)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[年月]?[底末初]|[上下]半年)?(?:之?[前后]|起|以[前后]|内)?"
    r"|[一二三四五六七八九十两\d]{1,3}(?:年|个月|个?工作日|日)(?:以|之)?内"
    r"|次年|翌年|当年(?:[年]?[底末])?|每季度|每年(?:度)?|今年|明年|近期|目前|年[底内]前?|每月|到20\d\d年(?:底|末)?前?)"
)
# （市财政局牵头）加快…: words in brackets before a head
_ASIDE = re.compile(r"[（(](?![一二三四五六七八九十\d]{1,3}[）)])[^（）()]{0,60}[）)]")
# 在…方面, 按…要求, 以…方式: how a phrase ends that leads up to a verb
FRAME = re.compile(
    r"(?:等方面|方面|前提下|基础上|框架内|框架下|范围内|情况下|条件下|过程中|领域|期间|环节|之前|之后|以后|以前|区域内|"
    r"[日月年]以内|方式|形式|需要|要求|规定|原则|程序)$"
)
# 在…中, 自…起: these end a phrase only where one began
_SHORT_FRAME = re.compile(r"[在经自于从待当到以].*(?<![以事目其集空])[上下中内后前时起]$|[^今以之背售前落先事随]后$")
# 按照…方案, 根据…清单: a rule and what it is for
NORM = re.compile(r"(?:方案|规划|计划|清单|目录|办法|意见|标准|职责|分工|比例|情况|实际|协议|合同)$")
_PLACE_ENDS = re.compile(r"(?:方面|领域|环节|过程|期间|阶段|前|后|时|中|上|下|内|基础)$")
PHRASE_ENDS = re.compile(
    r"(?:方向|需要|需求|要求|原则|目标|领域|重点|环节|趋势|方面|部署|规定|契机|基础|方式|特点|实际|定位|规则|标准|精神|"
    r"意见|机遇|功能|优势|任务|主题|主线|职责|职能|比例|内容|情况|前|中|上|下|内)$"
)
_BOUND_END = re.compile(
    r"(?:(?<!目)的|时|后|前提下|基础上|情况下|之日起|之外|为契机|为导向|为目标|为主线|为抓手|为重点|为核心|为牵引|为引领|"
    r"为支撑|为基础|为主体|为依托|为载体|为突破口|为原则|为根本)$"
)
CONDITIONAL = ("如", "若", "凡", "对", "需", "涉及", "除", "因", "经", "当", "待", "未", "符合", "属于", "已")
# 常备不懈地抓好; but not 基地, 用地
_MANNER = re.compile(
    "[\u4e00-\u9fff]{2,6}(?<![基用各土产属园场当两异高本外内腹盆耕林草湿余陆])地(?=[\u4e00-\u9fff]{2})"
    "(?![区方位块域处质理铁震形标名下面上点址带图产价税租勤])"
)


_LOOKS_LIKE_A_PREPOSITION = re.compile(
    r"经[济营验费贸办过常典纪理销开络历]|对[外象策口手]|以[及上下内]|由于?此|为[主期]|与会|同[时步一等期样类类]|从[事而业]|就[业学医地近]|"
    r"自[然贸主行愿由有身我]|在[线职校岗外]|到[位期]|待遇|如[期实下何]|因[素]|当[地事好]|至少|需求|视[频为同听野]|除[险尘]"
)


def ends_a_frame(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` ends as a phrase does that leads up to a verb; it may open just before."""
    if FRAME.search(text, start, end):
        return True
    return text[end - 1] in "上下中内后前时起" and _SHORT_FRAME.search(text, max(start - 2, 0), end) is not None


def adverb_at(text: str, i: int) -> str | None:
    return _ADVERBS.at(text, i, len(text))


def preposition_at(text: str, i: int) -> str | None:
    word = _PREPOSITIONS.at(text, i, len(text))
    return None if word is None or _LOOKS_LIKE_A_PREPOSITION.match(text, i) else word


def manner_end(text: str, i: int, end: int) -> int | None:
    """Where a manner ends that is told with 地, if one begins at ``i``."""
    found = _MANNER.match(text, i, end)
    return found.end() if found else None


def aside_end(text: str, i: int, end: int) -> int:
    """Past words in brackets that begin at ``i``, unless they are all there is."""
    found = _ASIDE.match(text, i, end) if text[i : i + 1] in ("（", "(") else None
    return found.end() if found and found.end() < end else i


def before_adverbs(text: str, start: int, i: int) -> int:
    """Where the adverbs begin that lead up to ``i``."""
    while i > start and (word := _ADVERBS.before(text, start, i)):
        i -= len(word)
    return i


# adverbs that are as often said of a thing: 特别管理措施, 基本建设
ADJECTIVES = frozenset(
    words("""
    专项 随机 双随机 继续 特别 主要 基本 直接 整体 系统 深度 动态 总体 长期 临时 相应 重点 先期 高效 便捷 公开 合作 集中
    联合
    """)
)


# 企业自…完成后的3年内: by when, and nothing else
WITHIN = re.compile(r"(?:自|在|于|从)[^，]{2,40}(?:[年月日]|工作日|期限)(?:以|之)?内$")


def is_bound(text: str, start: int, end: int) -> bool:
    """Whether a whole stretch only prepares the next: 在…后, …的, 以…为契机, 除…外."""
    piece = text[start:end]
    if piece.startswith("除") and piece.endswith("外"):
        return True
    if _BOUND_END.search(piece):
        return not piece.endswith("的") or piece.startswith(CONDITIONAL) or len(piece) > 3
    return False


def ends_a_phrase(piece: str) -> bool:
    """Whether a stretch that begins with a preposition is nothing but that phrase: 围绕…方向, 根据…需要."""
    ends = _PLACE_ENDS if piece[0] == "在" else PHRASE_ENDS
    return ends.search(piece) is not None
