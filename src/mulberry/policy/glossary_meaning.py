"""Terms whose loss changes what a sentence says: institutions, conditions, rights, objects. ``中文: stem, stem``."""

from __future__ import annotations

INSTITUTIONS = """
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

CONDITIONS = """
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
达到退休年龄: retirement, retire
退休年龄: retirement, retire
继续工作: continue to work, continuing to work, continue working, keep working, remain in work, still work
继续工作: continues to work, carry on working
不足: less than, fewer than, short of, under, insufficient, below, lack, shortage
环保要求: environmentally friendly, environment-friendly, environmental requirement
环保要求: environmental protection requirement, environmental standard
环保要求: environmental protection standard, comply with environmental, meet environmental, meets environmental
环保要求: environmental protection
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

RIGHTS = """
有权: right, entitle, may, authori, power
行政复议: reconsider, administrative review, review
行政诉讼: litigation, lawsuit, suit, proceeding
起诉: sue, suit, court, action
赔偿: compensation, compensat, damages, indemn
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
救济: remedy, remed, relief
自主: autonom, independen, own
申诉: appeal
听证: hearing
"""

OBJECTS = """
中国式现代化: chinese-style, chinese path, chinese moderni, chinese way, modernization with chinese, chinese-path
涉外: foreign, international
收付: receipt, receiv, collect, receivable
发起设立: initiate, initiat, sponsor, launch, found, promoter
贯通运营: through operation, through-operation, through service, connected operation, run through, interconnect
贯通运营: integrated operation, operate through, through-running, through running, operation
容积率: plot ratio, floor area ratio, floor-area ratio
碳达峰: carbon peak, peak carbon, peaking
光伏: photovoltaic, solar, pv
绿证: green certificate
绿电: green power, green electric
债券: bond
国债: treasury, government bond, national debt
保险: insurance, insur
基金: fund
信贷: credit, loan
上市: listing, listed, ipo, go public
融资: finance, financ
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
生物医药: biomedicine, biomed, biopharm, bio-pharm, biolog
生物药: biopharm, biolog, biomed
医疗器械: medical device, medical equipment, medical apparatus
医疗设备: medical equipment, medical device
药品: drug, pharmaceutic, medicin
货站: cargo station, freight station, cargo terminal
转关: transit, transfer
通关: clearance
保税: bonded
检测: test, inspect
仲裁: arbitration, arbitrat
调解: mediation, mediat
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
文化: culture, cultur
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
制造业: manufacturing, manufactur
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
