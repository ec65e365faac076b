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
                "鼓励片区内有资质的医院依规开展细胞、基因治疗等前沿临床研究；由研究者发起的，也支持依规进行。",
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
                "以加入PIC/S为契机，推动有条件的企业融入“一带一路”合作，助力创新药进入海外市场。",
                "With China's joining of PIC/S as an occasion, promotes the part that capable firms take in the Belt "
                "and Road and helps innovative drugs go abroad.",
            ),
            sentence(
                "1.4",
                "深化苏州的国际商事法庭建设，并优化化解涉外商事纠纷的办法。",
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
                "明确综保区保税检测谁能做、怎么管、怎么运；支持技术和附加值高、合乎环保的项目。",
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
                "先充分评估风险，再为高新技术企业急需的危化品逐企、逐品制定方案，优化对其检验和监管。",
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
                "探索分类评定：生物医药企业自用、须法定检验的进口料件，合格评定可差异化。",
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
                "支持总部企业在园区集聚；鼓励跨国公司把研发、销售、分拨等功能设在这里。",
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
                "鼓励中外各类金融机构在审慎监管下到园区设点。",
                "Encourages banks, securities firms, insurers and other financial institutions from home and abroad to "
                "set up in the park under prudential supervision.",
            ),
            sentence(
                "3.4",
                "支持在园区设立理财子公司，发起人须是符合条件的金融机构。",
                "Supports qualified financial institutions in founding wealth-management subsidiaries in the park.",
            ),
            sentence(
                "3.5",
                "深化跨国公司本外币资金池的一体化：提升效能，提高集团跨境收付的便利。",
                "Deepens the pilot of integrated renminbi and foreign-currency cash pools, makes them work better and "
                "eases the cross-border payments of multinational groups.",
            ),
            sentence(
                "3.6",
                "支持发行基础设施REITs，项目须符合条件。",
                "Supports qualified projects in issuing infrastructure REITs.",
            ),
            sentence(
                "3.7",
                "支持移动支付更好、更广地服务短期来华游客。",
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
                "支持与新加坡的数字经济合作，对照CPTPP、DEPA等高标准规则，在数据跨境、商贸便利上先行先试。",
                "Measured against CPTPP, DEPA and other high-standard rules, supports digital-economy cooperation "
                "between the park and Singapore, going first in cross-border data flow and in easing business and "
                "trade.",
            ),
            sentence(
                "4.2",
                "推进中新合作项目落地，如数码港、生命科学园、昆承湖园区。",
                "Promotes the building of joint projects such as the Green Digital Port, the Life Science Park and the "
                "Kuncheng Lake park.",
            ),
            sentence(
                "4.3",
                "支持中新两方机构合建苏州医学中心。",
                "Supports the park and Singapore institutions in building the China-Singapore Suzhou Medical Centre "
                "together.",
            ),
            sentence(
                "4.4",
                "融入并服务“一带一路”和长三角一体化：深化境外投资服务示范平台，发挥两个商务中心的作用，"
                "完善对“走出去”企业的促进、服务和风控。",
                "Serves the Belt and Road and the integration of the Yangtze River Delta; deepens the national "
                "demonstration platform for overseas-investment service, uses the business centres, and improves "
                "promotion, service and risk control for firms that invest abroad.",
            ),
        ),
    ),
)
