# SPDX-License-Identifier: Apache-2.0
# Written by tools/python_stubs.py from the library's reflection.
from typing import Literal, Optional, TypedDict, Union

from .quantity import Quantity

AmountName = Literal["revenue_y1", "revenue_y2", "revenue_y3", "main_revenue_y1", "main_revenue_y2", "main_revenue_y3", "net_profit_y1", "net_profit_y2", "net_profit_y3", "rd_expense_y1", "rd_expense_y2", "total_assets_y1", "total_liabilities_y1", "equity_financing_2y", "equity_financing_3y", "business_age", "segment_age", "market_share", "main_product_share", "platform_score_y1", "platform_score_y2", "local_score"]

NumberName = Literal["employees", "rd_staff", "province_rank", "national_rank", "it_supported_businesses", "invention_patents", "utility_design_patents", "software_copyrights", "ip_class1", "ip_class1_own", "ip_class1_high_value", "ip_class2", "standards_led", "national_award_rank", "province_award_rank", "size_sector", "rd_body_level", "digital_level"]

FlagName = Literal["mainland_legal_entity", "srdi_title", "srdi_candidate", "innovative_sme_title", "tech_sme_title", "little_giant_title", "single_champion", "innovation_honour", "special_title", "abnormal_operation_list", "dishonesty_list", "restricted_business", "major_accident_3y", "tax_violation_3y", "false_application", "controlled_by_little_giant", "management_certified", "overseas_certified", "product_standard", "own_brand", "province_quality_award", "standards_participant", "advanced_management", "maker_top50_3y", "maker_top500_3y", "strategic_emerging", "key_field", "six_base_or_key_chain", "gap_filling", "strong_innovator", "specialised_strategy", "sound_governance", "leading_quality", "high_reputation", "key_chain_link", "key_breakthrough", "rd_ratio_leading", "nationally_leading_share"]

class FactValues(TypedDict, total=False):
    """The facts by name, with what each takes; None is unknown."""

    revenue_y1: Optional[Quantity[Literal["fen"]]]
    """Operating revenue, last full year. Operating revenue (营业收入) of the last full accounting year before the application, on the same basis (single or consolidated) as every other figure."""
    revenue_y2: Optional[Quantity[Literal["fen"]]]
    """Operating revenue, year before last. Operating revenue (营业收入) of the accounting year before the last full one, on the same basis (single or consolidated) as every other figure."""
    revenue_y3: Optional[Quantity[Literal["fen"]]]
    """Operating revenue, two years before last. Operating revenue (营业收入) of the accounting year two years before the last full one, on the same basis (single or consolidated) as every other figure."""
    main_revenue_y1: Optional[Quantity[Literal["fen"]]]
    """Main-business revenue, last full year. Revenue of the main business (主营业务收入) of the last full accounting year before the application; the rest of operating revenue is other business."""
    main_revenue_y2: Optional[Quantity[Literal["fen"]]]
    """Main-business revenue, year before last. Revenue of the main business (主营业务收入) of the accounting year before the last full one; the rest of operating revenue is other business."""
    main_revenue_y3: Optional[Quantity[Literal["fen"]]]
    """Main-business revenue, two years before last. Revenue of the main business (主营业务收入) of the accounting year two years before the last full one; the rest of operating revenue is other business."""
    net_profit_y1: Optional[Quantity[Literal["fen"]]]
    """Net profit, last full year. Net profit (净利润) of the last full accounting year before the application; a loss is negative."""
    net_profit_y2: Optional[Quantity[Literal["fen"]]]
    """Net profit, year before last. Net profit (净利润) of the accounting year before the last full one; a loss is negative."""
    net_profit_y3: Optional[Quantity[Literal["fen"]]]
    """Net profit, two years before last. Net profit (净利润) of the accounting year two years before the last full one; a loss is negative."""
    rd_expense_y1: Optional[Quantity[Literal["fen"]]]
    """R&D expense, last full year. Total research and development expense (研发费用总额) of the last full accounting year before the application."""
    rd_expense_y2: Optional[Quantity[Literal["fen"]]]
    """R&D expense, year before last. Total research and development expense (研发费用总额) of the accounting year before the last full one."""
    total_assets_y1: Optional[Quantity[Literal["fen"]]]
    """Total assets, end of last full year. Total assets at the end of the last full accounting year."""
    total_liabilities_y1: Optional[Quantity[Literal["fen"]]]
    """Total liabilities, end of last full year. Total liabilities at the end of the last full accounting year. May exceed total assets."""
    equity_financing_2y: Optional[Quantity[Literal["fen"]]]
    """New equity paid in, last 2 years. New equity financing by capital increase, for no more than 30 % of the shares, actually paid in by qualified institutional investors during the last 2 years, all rounds together."""
    equity_financing_3y: Optional[Quantity[Literal["fen"]]]
    """New equity paid in, last 3 years. New equity financing by capital increase, for no more than 30 % of the shares, actually paid in by qualified institutional investors during the last 3 years, all rounds together."""
    business_age: Optional[Quantity[Literal["months"]]]
    """Time in continuous operation. Months of continuous operation at the time of application."""
    segment_age: Optional[Quantity[Literal["months"]]]
    """Time in the niche market. Months spent in the specific niche market up to the end of the last full accounting year; not the age of the company."""
    market_share: Optional[Quantity[Literal["bp"]]]
    """Market share of the main product. Share of the main product in its national niche market, in the last full accounting year; editions from 2026 admit the international niche too."""
    main_product_share: Optional[Quantity[Literal["bp"]]]
    """Main product's share of revenue. Share of operating revenue earned with the main product or products. A product counts as the main one above 50 %; no condition reads the share itself."""
    employees: Optional[int]
    """Employees. Persons employed at the end of the last full accounting year."""
    rd_staff: Optional[int]
    """R&D staff. Persons engaged in research and development, counted among the employees."""
    province_rank: Optional[int]
    """Rank of market share in the province. Rank of the main product's market share in its niche within the province; 1 is first."""
    national_rank: Optional[int]
    """Rank of market share in the country. Rank of the main product's market share in its national (or, from 2026, international) niche; 1 is first."""
    it_supported_businesses: Optional[int]
    """Core businesses on an information system. Number of core businesses (R&D design, production, supply chain, sales, service and so on) that run on an information system."""
    invention_patents: Optional[int]
    """Invention patents. Valid invention patents tied to the main product, integrated-circuit layouts included."""
    utility_design_patents: Optional[int]
    """Utility models and designs. Valid utility-model and design patents tied to the main product."""
    software_copyrights: Optional[int]
    """Software copyrights. Software copyrights tied to the main product."""
    ip_class1: Optional[int]
    """Class-I intellectual property. Valid class-I rights tied to the main product, in use and earning: invention patents, plant varieties, national crop varieties, national new drugs, protected traditional medicines of the first class, IC layouts. Rights acquired less than a year ago do not count."""
    ip_class1_own: Optional[int]
    """Class-I intellectual property, self-developed. Those class-I rights that the enterprise developed itself; none acquired by transfer. Under the measures of 2026 it must be among the first 3 right holders."""
    ip_class1_high_value: Optional[int]
    """Class-I intellectual property of high value. Those class-I rights that are of high value: overseas family or income, kept up for more than 10 years, pledged for a large loan, or honoured with a national science or patent award."""
    ip_class2: Optional[int]
    """Class-II intellectual property. Valid class-II rights tied to the main product: software copyrights; utility models and designs kept up for more than 2 years. Trademarks and rights acquired less than a year ago do not count."""
    standards_led: Optional[int]
    """Standards led or co-written. International, national or industry standards that the enterprise led or took part in writing during the last 2 years."""
    national_award_rank: Optional[int]
    """Best rank in a national science award, 3 years. Best rank among the winning units in a national science-and-technology award (progress, natural science, invention, or the defence award) of the last 3 years; 0 means none was won."""
    province_award_rank: Optional[int]
    """Best rank in a provincial science award, 3 years. Best rank among the winning units in a provincial science-and-technology award, first to third prize, of the last 3 years; 0 means none was won."""
    size_sector: Optional[Union[int, str]]
    """Sector of the SME size standard. Row of the 2011 size standard: 1 agriculture, 2 industry, 3 construction, 4 wholesale, 5 retail, 6 transport, 7 warehousing, 8 postal, 9 accommodation, 10 catering, 11 information transmission, 12 software and IT services, 13 real-estate development, 14 property management, 15 leasing and business services, 16 other."""
    rd_body_level: Optional[Union[int, str]]
    """Level of the R&D body. Highest research body: 0 none, 1 own or joint, below city level or not recognised, 2 recognised by the city, 3 by the province or a ministry, 4 nationally."""
    digital_level: Optional[int]
    """Digitalisation level. Level found by the platform's self-test of digitalisation, 0 to 4."""
    platform_score_y1: Optional[Quantity[Literal["cp"]]]
    """Platform evaluation score, this year. Score of the development evaluation as computed by the ministry's platform this year, 0 to 100 points. An input: never estimated."""
    platform_score_y2: Optional[Quantity[Literal["cp"]]]
    """Platform evaluation score, last year. Score of the development evaluation as computed by the ministry's platform the year before, 0 to 100 points."""
    local_score: Optional[Quantity[Literal["cp"]]]
    """Province's own points. Points that the province gives on its own indicators, 0 to 15."""
    mainland_legal_entity: Optional[bool]
    """Legal entity registered in mainland China. Registered in mainland China, industrial and commercial registration, with independent legal personality."""
    srdi_title: Optional[bool]
    """Provincial specialised-SME title. Holds the provincial title of specialised, refined, distinctive and novel SME, valid at application."""
    srdi_candidate: Optional[bool]
    """Provincial key-cultivation list. Listed by the province for key cultivation as a specialised SME."""
    innovative_sme_title: Optional[bool]
    """Innovative-SME title. Holds the title of innovative SME, valid at application."""
    tech_sme_title: Optional[bool]
    """Technology-SME title. Registered as a technology-based SME, valid at application."""
    little_giant_title: Optional[bool]
    """Little Giant title. Holds the national Little Giant title, valid at application."""
    single_champion: Optional[bool]
    """Manufacturing single champion. Is a manufacturing single-champion enterprise or makes a single-champion product."""
    innovation_honour: Optional[bool]
    """Valid innovation honour. Holds a valid title as high-tech enterprise, national technology-innovation demonstration enterprise, or IP advantage or demonstration enterprise."""
    special_title: Optional[bool]
    """Special title from an authority. Holds a special title from an authority as listed in the application form of the second batch."""
    abnormal_operation_list: Optional[bool]
    """On the abnormal-operation list. Is on the list of enterprises with abnormal operation."""
    dishonesty_list: Optional[bool]
    """On the serious-dishonesty list. Is on the list of seriously dishonest subjects."""
    restricted_business: Optional[bool]
    """Prohibited, restricted or eliminated business. Offers a product or service of a prohibited, restricted or eliminated class."""
    major_accident_3y: Optional[bool]
    """Major accident in the last 3 years. Had a safety (with network and data security), quality or environmental accident, or from 2026 a serious breach of the rules of its trade, of the gravity that the edition names, in the last 3 years, as decided by the authorities."""
    tax_violation_3y: Optional[bool]
    """Tax evasion or serious breach in the last 3 years. Evaded tax or committed another serious breach of law in the last 3 years."""
    false_application: Optional[bool]
    """False data in an application. Gave false data in the application, as established by the authority."""
    controlled_by_little_giant: Optional[bool]
    """Control tie with a recognised Little Giant. Stands in a relation of control with a recognised Little Giant, or belongs to one group with a similar main product."""
    management_certified: Optional[bool]
    """Management-system certificate. Holds a valid certificate of a management system such as ISO 9001, 14001 or 45001. The specialised-SME score of 2022 counts quality management alone."""
    overseas_certified: Optional[bool]
    """Product certified in developed countries. The product is certified by a body of a developed country or region."""
    product_standard: Optional[bool]
    """Product made to a recognised standard. The product is made to an international, national or industry standard at an advanced level."""
    own_brand: Optional[bool]
    """Own brand. Has its own brand: the main product carries own intellectual property and has a registered trademark or already earns revenue."""
    province_quality_award: Optional[bool]
    """Provincial quality award or higher. Won a quality award of provincial or higher level."""
    standards_participant: Optional[bool]
    """Took part in writing a standard. Took part in writing or revising a standard."""
    advanced_management: Optional[bool]
    """Advanced management method. Uses an advanced management method such as 5S, ERP, CRM or SCM."""
    maker_top50_3y: Optional[bool]
    """Maker in China national top 50, 3 years. Reached the national top 50, enterprise group, of the Maker in China contest in the last 3 years."""
    maker_top500_3y: Optional[bool]
    """Maker in China national top 500, 3 years. Reached the national top 500, enterprise group, of the Maker in China contest in the last 3 years."""
    strategic_emerging: Optional[bool]
    """Product in a strategic emerging industry. The main product stands in the classification of strategic emerging industries."""
    key_field: Optional[bool]
    """Product in a key field. The main product belongs to a key field that the edition names: the ten key manufacturing fields, the network-power fields, or from 2026 an industry being upgraded, growing or of the future."""
    six_base_or_key_chain: Optional[bool]
    """Product in the industrial bases or a key chain. The main product belongs to the industrial bases (basic parts, components, software, processes, materials, technology) or to a key chain. For the specialised-SME score of 2022 a time-honoured brand and direct supply to a leader of a key chain count as well."""
    gap_filling: Optional[bool]
    """Product fills a gap. The main product has a real effect in closing a weakness, forging a strength or filling a gap."""
    strong_innovator: Optional[bool]
    """Strong innovator with a clear edge. Judged to be strongly innovative with a clear competitive edge, or to hold a recognised specialised product."""
    specialised_strategy: Optional[bool]
    """Long-term specialisation. Judged to have specialised for long: parts for large firms, or an own competitive brand product, on a clear strategy of continuing innovation."""
    sound_governance: Optional[bool]
    """Sound governance. Judged to be well governed, creditworthy, socially responsible, digital and green."""
    leading_quality: Optional[bool]
    """Leading quality. Judged to lead its trade at home in production technology, process and product quality."""
    high_reputation: Optional[bool]
    """High reputation and influence. Judged to enjoy the reputation and influence in its niche that the edition asks for: high, or under the specialised-SME standard of 2026 a fairly high share and some reputation."""
    key_chain_link: Optional[bool]
    """Key link of the industrial chain. Judged to sit at a key link of its industrial chain and to strengthen the chain there."""
    key_breakthrough: Optional[bool]
    """Breakthrough in a key field. Judged to have achieved a technical breakthrough in a key field."""
    rd_ratio_leading: Optional[bool]
    """R&D ratio among the top of the trade. Judged to spend a share of revenue on R&D that is among the top of its trade over the last 2 years."""
    nationally_leading_share: Optional[bool]
    """Market share at the top of the country. Judged to hold a niche market share at the top of the country."""
