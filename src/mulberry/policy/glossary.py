"""Terms of Chinese economic policy with the English stems that may render them, by the kind of meaning that is lost without them.

One line per term: ``中文: stem, stem``. A stem is matched at the start of a word, in small letters. Terms under ``plain`` only help to align
sentences; a missing term of any other group changes what the sentence says and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_INSTITUTIONS = """
理财子公司: wealth management, wealth-management, asset management subsidiar
理财公司: wealth management, wealth-management
国家大基金: big fund, integrated circuit, national fund for ic, national ic
合作计划（PIC/S）: scheme, co-operation scheme, cooperation scheme
药品检查合作计划: scheme
伙伴关系协定: agreement, pact, treaty
协定: agreement, pact, treaty
公约: convention
国务院: state council
商务部: ministry of commerce, mofcom
财政部: ministry of finance
科技部: ministry of science
人民银行: people's bank, pboc, central bank
海关: customs
税务: tax
法院: court
法庭: court, tribunal
国家实验室: national laborator, state laborator
重点实验室: key laborator
全国重点实验室: key laborator, national key lab
证监会: securities regulatory, csrc
外汇局: foreign exchange, safe
药监局: medical products, drug administration, nmpa
博士后科研工作站: postdoctoral, post-doctoral
会计师事务所: accounting firm
律师事务所: law firm
理事会: council
管委会: administrative committee, management committee, administration committee
综合保税区: comprehensive bonded, bonded zone, free trade zone
自由贸易试验区: free trade, pilot ftz
医疗机构: medical institution, medical and health institution, hospital, healthcare institution
金融机构: financial institution
保险机构: insurance institution, insurer, insurance compan
科研院所: research institut
高校: universit, college, higher education
口岸: port
法庭建设: court, tribunal
中小企业: small and medium, smes, sme
行政法规: administrative regulation
新加坡: singapore
江苏省: jiangsu
苏州市: suzhou
上海: shanghai
长三角: yangtze
"""

_CONDITIONS = """
符合条件: qualif, eligib, meet, satisf, condition
符合资质: qualif, eligib, licens
具备条件: qualif, eligib, condition
有条件: qualif, eligib, condition, capable
依法合规: law, legal, complian
依法依规: law, legal, regulation
依法: law, legal, statut
合法: law, legal
审慎监管: prudent, prudential
风险可控: risk
评估风险: risk
前提下: premise, provided, condition, subject to, on the basis, while
按相关规定: regulation, rules, provision
按规定: regulation, rules, provision
法定程序: legal procedure, statutory procedure, procedures prescribed by law, legal process, due process
按程序: procedure, process
达到退休年龄: retire
退休年龄: retire
继续工作: continue to work, continuing to work, continue working, keep working, remain in work, still work, continues to work, carry on working
不足: less than, fewer than, short of, under, insufficient, below, lack, shortage
环保要求: environmental requirement, environmental protection requirement, environmental standard, environmental protection standard, comply with environmental, meet environmental, meets environmental, environmental protection
国土空间规划: land spatial plan, territorial, spatial plan, land space plan, land-use plan
因地制宜: local condition, locally adapted, tailored to local
市场化方式: market-oriented, market-based, market means
按职责分工: division of, responsibilit
政策框架内: framework
首次: first, initial
自用: own use, own-use, self-use, personal use, for their own
可行性研究: feasibility
同等条件: same condition, equal condition, equal terms
不低于: not less, no less, not lower, at least, no lower
不超过: not exceed, no more, not more, up to, within, at most, maximum, capped
以上: or more, above, over, at least, more than, not less, no less, exceed, and up
以内: within, no more, up to
超过: exceed, more than, over, above
至少: at least, minimum
"""

_RIGHTS = """
确权: right, ownership, title
产权: right, propert, ownership
知识产权: intellectual property, ip right, ip
商标: trademark
专利: patent
版权: copyright
收益: benefit, revenue, income, proceed, gain, profit, return
分享: shar
自愿: voluntar
选择: choose, choice, option, opt, select, elect
免征: exempt
减免: exempt, reduc, reliev, waive
补贴: subsid, allowance, grant
奖励: reward, award, incentive, bonus
补助: subsid, grant, allowance
优先: prior, preferen, first
救济: remed, relief
自主: autonom, independen, own
申诉: appeal
听证: hearing
"""

_OBJECTS = """
中国式现代化: chinese-style, chinese path, chinese moderni, chinese way, modernization with chinese, chinese-path
涉外: foreign, international
收付: receipt, receiv, collect, receivable
发起设立: initiat, sponsor, launch, found, promoter
贯通运营: through operation, through-operation, through service, connected operation, run through, interconnect, integrated operation, operate through, through-running, through running, operation
容积率: plot ratio, floor area ratio, floor-area ratio
碳达峰: carbon peak, peak carbon, peaking
光伏: photovoltaic, solar, pv
绿证: green certificate
绿电: green power, green electric
债券: bond
国债: treasury, government bond, national debt
保险: insur
基金: fund
信贷: credit, loan
上市: listing, listed, ipo, go public
融资: financ
人类遗传资源: human genetic
临床研究: clinical research, clinical stud, clinical trial
免疫细胞: immune cell
干细胞: stem cell
基因: gene
危险化学品: hazardous chemical, dangerous chemical
数据: data
算力: comput
人工智能: artificial intelligence, ai
半导体: semiconductor
集成电路: integrated circuit, chip
生物医药: biomed, biopharm, bio-pharm, biolog
生物药: biopharm, biolog, biomed
医疗器械: medical device, medical equipment, medical apparatus
医疗设备: medical equipment, medical device
药品: drug, pharmaceutic, medicin
货站: cargo station, freight station, cargo terminal
转关: transit, transfer
通关: clearance
保税: bonded
检测: test, inspect
仲裁: arbitrat
调解: mediat
养老保险: pension, endowment insurance, old-age insurance
缴费: pay, paid, contribut, premium
用人单位: employer, employing unit
机构编制: institutional, staffing, establishment
薪酬: salar, remunerat, pay, compensat, wage
人事: personnel, human resource
考核: assess, apprais, evaluat, examin
放权: decentrali, delegat, devol
性质: nature
用地: land
建筑高度: height
铁路: rail
机场: airport
轨道交通: rail transit, rail, metro, subway
扩区: expan
游客: tourist, visitor, travel
移动支付: mobile pay
资金池: pool
本外币: local and foreign currenc, domestic and foreign currenc, rmb and foreign, renminbi and foreign
跨境: cross-border
信托: trust
信托基金: trust
不动产: real estate, real-estate, propert
办学: school, education
文化: cultur
出口: export
进口: import
外国: foreign
外籍: foreign, expatriate, non-chinese
境外: overseas, foreign, abroad, outbound, offshore
海外: overseas, abroad, foreign
离岸: offshore
总部: headquarter
研发: r & d, r&d, research
大模型: large model, large-scale model, big model, large language model, foundation model, vertical model
工业互联网: industrial internet
云服务: cloud
供应链: supply chain
价值链: value chain
实体经济: real economy
数字经济: digital economy
制造业: manufactur
服务业: service
工业设计: industrial design
安全评估: safety assess, security assess, risk assess, safety evaluat, security evaluat
风险防范: risk prevent, risk control, prevention of risk, risk prevention
成效评估: effectiveness eval, effect eval, evaluat, assess
国家级: national, state-level, state level
税收: tax
租金: rent
住房: hous, accommodat
人才: talent, personnel, professional
贷款: loan, lending, credit
企业: enterprise, compan, firm, business, corporat
"""

_PLAIN = """
苏州: suzhou
工业园区: industrial park
园区: park
开放: open
创新: innovat
综合: comprehensive, general
试验: experiment, pilot, trial, test
措施: measure
改革: reform
深化: deepen
开展: carry, conduct, implement, launch
支持: support
鼓励: encourag
允许: allow, permit
探索: explor
推动: promot, facilitat, drive, push
推进: promot, advanc, push
促进: promot, facilitat, boost
引导: guid
加强: strengthen, enhanc, reinforc
完善: improv, perfect, refin
健全: improv, perfect, establish
优化: optimi
提升: improv, enhanc, upgrad, rais
提高: improv, increas, rais, enhanc
建设: construct, build
打造: build, creat
创建: creat, build, establish
设立: establish, set up, found
建立: establish, build, set up
形成: form
制定: formulat, develop, draw up
明确: clarif, specif, defin
统筹: coordinat, overall
布局: layout, deploy, lay out
高质量: high-quality, high quality, quality
高水平: high-level, high level
高标准: high standard, high-standard
国际: international
国家: national, state, countr
全国: national, nationwide
世界: world
一流: first-class, world-class
高科技: high-tech, high tech
产业: industr
集群: cluster
科技: scien, technolog
技术: technolog, technical
平台: platform
中心: center, centre
机制: mechanism
体制: system
制度: system, institution
体系: system
政策: polic
环境: environment
管理: manag, administ
服务: servic, serv
发展: develop
合作: cooperat, collaborat
中新: china-singapore, sino-singapore
一带一路: belt and road
倡议: initiative
示范: demonstrat
试点: pilot
协调: coordinat
项目: project
规划: plan
城市: urban, city
交通: transport, traffic, transit
信息: information
软件: software
装备: equipment
网络: network
基础设施: infrastructure
分布式: distribut
交易: transaction, trad
发电: power generation
环境、社会和治理: environmental, social
披露: disclos
评价: evaluat, assess, apprais
评估: evaluat, assess
银行: bank
证券: securit
监管: supervis, regulat
效能: efficien, effect
便利: convenien, facilit, eas
纠纷: disput
商事: commercial
诉讼: litigat
准入: access
标准: standard
方式: method, manner, mode, way, means
要求: requirement
模式: model, mode
差异化: differentiat
方案: plan, scheme, program
检验: inspect
能力: capabilit, capacit, abilit
资源: resource
配置: allocat
经济: econom
贸易: trade, commerce
投资: invest
商业: commerc, business
规则: rule
科学: scien
实验室: laborator
研究: research, stud
成果: result, achievement
转化: transform, convers, commerciali
领军: leading
联合体: consorti
牵头: lead
私募: private
股权: equity
创投: venture
创业: venture, entrepreneur
资本: capital
生命周期: life cycle, lifecycle
风险: risk
产品: product
数字: digital
审批: approv
走廊: corridor
高端: high-end
工程师: engineer
单位: unit
示范园区: demonstration park, demonstration
运营: operat
预警: early warning, warn
应对: respon
指导: guid
战略性新兴产业: strategic emerging
先进: advanced
纳米: nano
新材料: new material
全产业链: industry chain, industrial chain
遴选: select
分段生产: segment
未来产业: future indust
前瞻: proactiv, forward, prospective
细胞: cell
新一代: new generation, new-generation, next-generation
融合: integrat, fus, converg
先导区: pilot zone, leading
开源: open source, open-source
协同: coordinat, collaborat, synerg
场景: scenario
专业化: speciali, professional
延伸: exten
文创: cultural and creative, creative
对外: foreign, external
治理: governance
现代化: moderni
经营性: commercial, operating, business
详细规划: detailed plan
编制: establishment, staffing
激励: incentive
政府: government
地方: local
重大: major, significant
任务: task, mission
问题: problem, issue
职责: responsibilit, dut
合力: joint effort, synergy, joint force
积极性: enthusias, initiative
经验: experience
推广: promot
法律: law
请示: request, instruction
报告: report
习近平: xi jinping
党的: party
新发展理念: new development concept, new development philosophy
新发展格局: development pattern
新质生产力: productive force
努力: effort, hard work, striv
突破: breakthrough
生态: ecosystem, ecolog
权责: rights and responsib, power
战略: strateg
转型升级: transform
举措: measure
提出: propos
意见: opinion
通知: notice, circular
机遇: opportunit
契机: opportunit
"走出去": go global, going global, go abroad
升级: upgrad
智能: intelligen, smart
绿色: green
减税: tax
资格: qualif
登记: regist
备案: fil, record, regist
申请: appl
审核: review, examin, verif
年度: annual, year
资金: fund, capital, money
财政: financ, fiscal
专项: special
消费: consum
就业: employ
教育: educat
医疗: medical, health
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A term, the stems that may render it, and the group that says what is lost without it."""

    zh: str
    stems: tuple[str, ...]
    group: str
    needles: tuple[str, ...] = ()


_BETWEEN = re.compile(r"[^a-z0-9]+")


def plain_words(text: str) -> str:
    """An English text as small words between single spaces, so that ``" stem" in text`` finds the start of a word."""
    return f" {_BETWEEN.sub(' ', text.lower()).strip()} "


def needles(stems: Iterable[str]) -> tuple[str, ...]:
    """What to look for in ``plain_words``: a stem at the start of a word; one of three letters or fewer as the whole word."""
    out: list[str] = []
    for stem in stems:
        words = plain_words(stem).rstrip()
        out += [f"{words} ", f"{words}s "] if len(words) <= 4 and words != " r d" else [words]
    return tuple(out)


def shown(needles: tuple[str, ...], words: str) -> bool:
    """Whether one of the needles stands in the words."""
    for needle in needles:  # noqa: SIM110 a generator here costs as much as the search
        if needle in words:
            return True
    return False


def _terms(block: str, group: str) -> list[Term]:
    pairs = (line.split(": ", 1) for line in block.strip().splitlines())
    split = [(zh.strip('"'), tuple(s.strip() for s in stems.split(","))) for zh, stems in pairs]
    return [Term(zh, stems, group, needles(stems)) for zh, stems in split]


Terms = list[tuple[int, Term]]

TERMS: tuple[Term, ...] = tuple(
    _terms(_PLAIN, "plain")
    + _terms(_OBJECTS, "object")
    + _terms(_RIGHTS, "right")
    + _terms(_CONDITIONS, "condition")
    + _terms(_INSTITUTIONS, "institution")
)
BY_ZH: dict[str, Term] = {term.zh: term for term in TERMS}
_HEADS: dict[str, list[Term]] = {}
for _term in sorted(BY_ZH.values(), key=lambda x: -len(x.zh)):
    _HEADS.setdefault(_term.zh[:2], []).append(_term)


def terms_in(text: str) -> list[tuple[int, Term]]:
    """The terms in a Chinese text with their places, the longest first where several begin at one place; terms do not overlap."""
    out, i = list[tuple[int, Term]](), 0
    while i < len(text) - 1:
        found = next((x for x in _HEADS.get(text[i : i + 2], ()) if text.startswith(x.zh, i)), None)
        if found is None:
            i += 1
        else:
            out.append((i, found))
            i += len(found.zh)
    return out
