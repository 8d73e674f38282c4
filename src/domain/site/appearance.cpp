#include "domain/site/appearance.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa {
namespace {

/// The grounds of web/css/tokens.css that the chosen colours stand on.
struct Ground {
    Colour paper;
    Colour surface;
    Colour hardest;  // the one of all grounds on which words are seen least
    Colour ink;
    Colour words_on_brand;
};
constexpr Ground light{
    {0xf7, 0xf4, 0xec}, {0xff, 0xfd, 0xf8}, {0xed, 0xe8, 0xdc}, {0x1f, 0x2a, 0x2b}, {0xff, 0xfd, 0xf8}};
constexpr Ground dark{
    {0x12, 0x1a, 0x1b}, {0x1a, 0x24, 0x25}, {0x1a, 0x24, 0x25}, {0xec, 0xe7, 0xdb}, {0x0a, 0x12, 0x12}};

/// What a chosen colour is held against.
Colour ground_for(const ColourSetting& setting, const Ground& ground) {
    return setting.needed >= needed_for_words ? ground.hardest : ground.paper;
}

constexpr double soft_share = 0.12;  // of the main colour in the ground behind words
constexpr double pointed_at = 0.25;  // how much deeper a button is then
constexpr double dark_needs = 7;     // words on a dark page

Colour chosen(const SiteAppearance& appearance, const ColourSetting& setting) {
    return read_colour(appearance.*setting.value).value_or(setting.own);
}

Palette palette_of(const Ground& ground, Colour brand, Colour link, Colour accent, double deeper) {
    return {brand, lightened(brand, deeper), ground.words_on_brand, mixed(brand, ground.paper, soft_share),
        link, accent};
}

/// The ground for words in the main colour, as strong as they allow.
Palette with_soft_ground(Palette palette, const Ground& ground) {
    for (double share = soft_share; share > 0; share -= 0.01) {
        palette.brand_soft = mixed(palette.brand, ground.surface, share);
        if (contrast(palette.brand, palette.brand_soft) >= needed_for_words) return palette;
    }
    palette.brand_soft = ground.surface;
    return palette;
}

ContrastPair pair(const char* what, double needed, const Palette& by_day, const Palette& by_night,
    Laid (*laid)(const Palette&, const Ground&)) {
    return {what, needed, laid(by_day, light), laid(by_night, dark)};
}

std::optional<Complaint> complaint_about(const SiteAppearance& appearance, const ColourSetting& setting) {
    const auto& typed = appearance.*setting.value;
    const std::string field{setting.name};
    if (typed.empty()) return std::nullopt;
    const auto colour = read_colour(typed);
    if (!colour)
        return Complaint{
            field, N_("Write the colour as # and six digits or letters a–f, for example #1d5647")};
    if (contrast(*colour, ground_for(setting, light)) >= setting.needed) return std::nullopt;
    return Complaint{field,
        N_("The colour is too light to be seen on the page: its contrast is {}, and {} is needed. The "
           "nearest that is enough is {}"),
        {fmt::format("{:.1f}", contrast(*colour, ground_for(setting, light))),
            fmt::format("{:.1f}", setting.needed),
            written(made_to_hold(*colour, ground_for(setting, light), setting.needed))}};
}

}  // namespace

Palette light_palette(const SiteAppearance& appearance) {
    const auto& [brand, link, accent] = colour_settings;
    return with_soft_ground(palette_of(light, chosen(appearance, brand), chosen(appearance, link),
                                chosen(appearance, accent), -pointed_at),
        light);
}

Palette dark_palette(const SiteAppearance& appearance) {
    const auto by_night = [&](const ColourSetting& setting, double needed) {
        return made_to_hold(chosen(appearance, setting), dark.hardest, needed);
    };
    const auto& [brand, link, accent] = colour_settings;
    return with_soft_ground(palette_of(dark, by_night(brand, dark_needs), by_night(link, dark_needs),
                                by_night(accent, needed_for_words), pointed_at),
        dark);
}

std::vector<ContrastPair> contrast_pairs(const SiteAppearance& appearance) {
    const auto by_day = light_palette(appearance);
    const auto by_night = dark_palette(appearance);
    const auto laid = [&](const char* what, double needed, Laid (*colours)(const Palette&, const Ground&)) {
        return pair(what, needed, by_day, by_night, colours);
    };
    return {
        laid(N_("Words on a button"), needed_for_words,
            [](const Palette& p, const Ground&) {
                return Laid{p.on_brand, p.brand};
            }),
        laid(N_("Words on a button that is pointed at"), needed_for_words,
            [](const Palette& p, const Ground&) {
                return Laid{p.on_brand, p.brand_deep};
            }),
        laid(N_("Main colour on the page"), needed_for_words,
            [](const Palette& p, const Ground& g) {
                return Laid{p.brand, g.hardest};
            }),
        laid(N_("Main colour on its own soft ground"), needed_for_words,
            [](const Palette& p, const Ground&) {
                return Laid{p.brand, p.brand_soft};
            }),
        laid(N_("Words on the soft ground"), needed_for_words,
            [](const Palette& p, const Ground& g) {
                return Laid{g.ink, p.brand_soft};
            }),
        laid(N_("Links on the page"), needed_for_words,
            [](const Palette& p, const Ground& g) {
                return Laid{p.link, g.hardest};
            }),
        laid(N_("Accent on the page"), needed_for_marks,
            [](const Palette& p, const Ground& g) {
                return Laid{p.accent, g.paper};
            }),
    };
}

Result<SiteAppearance> checked(SiteAppearance appearance) {
    std::vector<Complaint> complaints;
    for (const auto& setting : colour_settings) {
        auto& typed = appearance.*setting.value;
        typed = text::one_line(typed);
        if (auto complaint = complaint_about(appearance, setting))
            complaints.push_back(std::move(*complaint));
        else if (!typed.empty())
            typed = written(read_colour(typed).value());
    }
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return appearance;
}

}  // namespace medskapa
