"""Part two, measures 1 to 4: opening up in both directions."""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.pack.clauses import Measure
from mulberry_sip.clauses.sentence import sentence

_PART = t("二、双向开放", "II. Opening up in both directions")

OPENING_UP: tuple[Measure, ...] = (
    Measure(
        "1",
        t("重点领域改革开放", "Reform and opening up in key fields"),
        _PART,
        (
            sentence(
                "1.1",
                "鼓励自贸试验区苏州片区有资质的医疗机构依规开展免疫细胞、干细胞、基因治疗等前沿临床研究；"
                "支持依规开展研究者发起的临床研究。",
                "Encourages qualified hospitals in the Suzhou area of the free-trade zone to do, under the rules, "
                "frontier clinical research such as immune-cell, stem-cell and gene therapy; supports "
                "investigator-initiated clinical research under the rules.",
            ),
            sentence(
                "1.2",
                "鼓励省、市优化园区医疗装备创新的政策环境，在医疗机构采购使用创新设备、促其迭代升级上先行先试。",
                "Encourages the province and the city to improve the conditions for medical-equipment innovation in "
                "the park, and to go first in getting hospitals to buy, use and help improve innovative devices.",
            ),
            sentence(
                "1.3",
                "借加入药品检查合作计划（PIC/S）之机，推动有条件的企业参与共建“一带一路”，助力创新药出海。",
                "With China's joining of PIC/S as an occasion, promotes the part that capable firms take in the Belt "
                "and Road and helps innovative drugs go abroad.",
            ),
            sentence(
                "1.4",
                "深化苏州国际商事法庭建设，优化涉外商事纠纷解决机制。",
                "Deepens the building of the Suzhou International Commercial Court and improves how foreign-related "
                "commercial disputes are settled.",
            ),
        ),
    ),
    Measure(
        "2",
        t("自贸试验区与综合保税区协同", "The free-trade zone and the bonded zone work together"),
        _PART,
        (
            sentence(
                "2.1",
                "明确综合保税区保税检测的准入标准、监管和运输方式；支持高技术、高附加值、合乎环保的保税检测。",
                "Makes clear the access standards, supervision and transport for bonded testing in the bonded zone; "
                "supports bonded testing that is high-tech, of high added value and environmentally sound.",
            ),
            sentence(
                "2.2",
                "支持有条件的长三角城市机场在园区设前置货站，查验在园区进行并按转关办理。",
                "Supports qualified airports of the Yangtze River Delta in setting up forward cargo stations in the "
                "park; customs inspects there and the goods go under customs transit.",
            ),
            sentence(
                "2.3",
                "在充分评估风险的前提下，为高新技术企业急需的危险化学品制定“一企一策”“一品一策”方案，优化检验监管。",
                "After full assessment of the risks, formulates plans firm by firm and product by product for "
                "hazardous chemicals that high-tech firms urgently need, and improves their inspection.",
            ),
            sentence(
                "2.4",
                "支持园区药品口岸提升检验和监管能力，并适用全国通关一体化。",
                "Supports the park's drug port in strengthening testing and supervision, and applies nationwide "
                "integrated customs clearance to it.",
            ),
            sentence(
                "2.5",
                "探索对生物医药企业进口自用、属法定检验的料件实行差异化合格评定。",
                "Explores differentiated conformity assessment for materials under statutory inspection that "
                "biomedical firms import for their own use.",
            ),
        ),
    ),
    Measure(
        "3",
        t("全球资源配置能力", "Drawing on resources worldwide"),
        _PART,
        (
            sentence(
                "3.1",
                "支持园区打造领先的总部经济集聚区；鼓励跨国公司设立研发、销售、分拨中心等功能机构。",
                "Supports the park in building a leading cluster of headquarters; encourages multinationals to set up "
                "R&D, sales and distribution centres and other functional institutions.",
            ),
            sentence(
                "3.2",
                "支持园区依法合规先行探索金融改革。",
                "Supports the park in going first with financial reform, within laws and rules.",
            ),
            sentence(
                "3.3",
                "鼓励境内外银行、证券、保险等金融机构按审慎监管原则来园区布局。",
                "Encourages banks, securities firms, insurers and other financial institutions from home and abroad to "
                "set up in the park under prudential supervision.",
            ),
            sentence(
                "3.4",
                "支持符合条件的金融机构在园区设立理财子公司。",
                "Supports qualified financial institutions in founding wealth-management subsidiaries in the park.",
            ),
            sentence(
                "3.5",
                "深化本外币一体化资金池试点，提高其效能和跨国集团跨境收付便利。",
                "Deepens the pilot of integrated renminbi and foreign-currency cash pools, makes them work better and "
                "eases the cross-border payments of multinational groups.",
            ),
            sentence(
                "3.6",
                "支持符合条件的项目发行基础设施REITs。",
                "Supports qualified projects in issuing infrastructure REITs.",
            ),
            sentence(
                "3.7",
                "支持短期入境游客移动支付升级、扩大覆盖。",
                "Supports better and wider mobile payment for short-term visitors from abroad.",
            ),
        ),
    ),
    Measure(
        "4",
        t("中新合作", "Cooperation between China and Singapore"),
        _PART,
        (
            sentence(
                "4.1",
                "对标CPTPP、DEPA等高标准规则，支持园区与新加坡开展数字经济合作，在跨境数据流动和贸易便利化等方面先行先试。",
                "Measured against CPTPP, DEPA and other high-standard rules, supports digital-economy cooperation "
                "between the park and Singapore, going first in cross-border data flow and in easing business and "
                "trade.",
            ),
            sentence(
                "4.2",
                "推进中新绿色数码港、生命科学园、昆承湖园区等合作项目建设。",
                "Promotes the building of joint projects such as the Green Digital Port, the Life Science Park and the "
                "Kuncheng Lake park.",
            ),
            sentence(
                "4.3",
                "支持园区与新加坡机构共建中新苏州医学中心。",
                "Supports the park and Singapore institutions in building the China-Singapore Suzhou Medical Centre "
                "together.",
            ),
            sentence(
                "4.4",
                "融入“一带一路”与长三角一体化，深化国家级境外投资服务示范平台建设，发挥商务中心等平台作用，"
                "完善企业境外投资的促进、服务和风险防控。",
                "Serves the Belt and Road and the integration of the Yangtze River Delta; deepens the national "
                "demonstration platform for overseas-investment service, uses the business centres, and improves "
                "promotion, service and risk control for firms that invest abroad.",
            ),
        ),
    ),
)
