"""Terms that only help to align sentences. ``中文: stem, stem``."""

from __future__ import annotations

PLAIN = """
商务部门: commerce, commercial
财政部门: finance, financ, fiscal
税务部门: tax
苏州: suzhou
工业园区: industrial park
园区: park
开放: open
创新: innovation, innovat
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
创建: creation, creat, build, establish
设立: establish, set up, found
建立: establish, build, set up
形成: form
制定: formulate, formulat, develop, draw up
明确: clarif, specif, defin
统筹: coordination, coordinat, overall
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
产业: industry, industr
集群: cluster
科技: scien, technolog
技术: technology, technolog, technical
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
合作: cooperation, cooperat, collaborat
中新: china-singapore, sino-singapore
一带一路: belt and road
倡议: initiative
示范: demonstration, demonstrat
试点: pilot
协调: coordination, coordinat
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
评价: evaluation, evaluat, assess, apprais
评估: evaluation, evaluat, assess
银行: bank
证券: securit
监管: supervis, regulat
效能: efficien, effect
便利: convenien, facilit, eas
纠纷: disput
商事: commercial
诉讼: litigation, litigat
准入: access
标准: standard
方式: method, manner, mode, way, means
要求: requirement
模式: model, mode
差异化: differentiated, differentiat
方案: plan, scheme, program
检验: inspection, inspect
能力: capabilit, capacit, abilit
资源: resource
配置: allocation, allocat
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
运营: operation, operat
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
前瞻: proactive, proactiv, forward, prospective
细胞: cell
新一代: new generation, new-generation, next-generation
融合: integration, integrat, fus, converg
先导区: pilot zone, leading
开源: open source, open-source
协同: coordination, coordinat, collaborat, synerg
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
积极性: enthusiasm, enthusias, initiative
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
申请: application, appl
审核: review, examin, verif
年度: annual, year
资金: fund, capital, money
财政: finance, financ, fiscal
专项: special
消费: consum
就业: employ
教育: education, educat
医疗: medical, health
"""
