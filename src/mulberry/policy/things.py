"""Two characters with which the names of things begin, so that a stretch beginning with them begins with no verb."""

from __future__ import annotations

from mulberry.policy.glossary import TERMS
from mulberry.policy.heads import CLASS
from mulberry.policy.places import PLACES
from mulberry.policy.vocabulary import words

_MORE = words("""
    全国 全省 全市 全区 有关 相关 重点 重大 区域 人力 公共 社会 综合 专业 中小 大型 现代 新型 高端 高能 高水
    高标 高质 特色 优质 部分 所在 我市 我省 本市 本省 市级 省级 县级 区级 国家 国际 国内 民营 外商 跨国 龙头
    骨干 未来 智慧 智能 数字 绿色 低碳 海洋 乡村 农业 农村 城市 城乡 工业 商业 物流 会展 法律 行政 政务 党群
    分拨 销售 检验 概念 中试 产业 企业 项目 技术 科研 教育 医疗 健康 养老 文化 体育 旅游 主城 沿海 沿边 内陆
    边境 县域 园区 街道 乡镇 核心 基础 前沿 共性 关键 市场 人民 群众 居民 农民 职工 学生 老年 儿童 妇女 青年
    干部 党员 机关 部门 单位 机构 银行 保险 证券 基金 资金 资本 资源 能源 电力 燃气 水利 交通 铁路 公路 港口
    机场 航空 航运 船舶 汽车 飞机 装备 设备 仪器 材料 钢铁 石化 化工 医药 药品 食品 粮食 种业 畜牧 渔业 林业
    环境 生态 空间 土地 用地 房屋 住房 建筑 工程 质量 安全 风险 信用 标准 规则 制度 机制 体制 政策 措施 方案
    计划 目标 任务 责任 作用 能力 水平 效率 成本 价格 税收 收入 利润 产值 产量 规模 结构 布局 环节 链条 平台
    载体 网络 系统 数据 信息 软件 芯片 算力 模型 场景 服务 产品 品牌 专利 商标 版权 人才 专家 团队 劳动 就业
    工资 社保 养老 医保 公积 户籍 签证 口岸 海关 外汇 跨境 离岸 保税 进口 出口 外贸 外资 内资 国企 央企 民企
    协会 商会 学会 高校 院校 大学 学院 医院 学校 法院 检察 公安 消防 应急 民政 财政 税务 审计 统计 自然 租金
    职业 存续 首期 期限 年度 季度 上年 当年 次年 同一 同时 此外 另外 其中 其他 其余 包括 例如 城镇 常住 户均 人均
    单位 占比 具体 离岗 在岗 绩效 涉及 符合 属于
""")
# names of things among the first two characters of terms, places and these; verbs of the lists are none
THINGS = frozenset({t.zh[:2] for t in TERMS} | {p[:2] for p in PLACES} | set(_MORE)) - frozenset(
    word for word in CLASS if len(word) == 2
)
