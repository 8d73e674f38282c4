#pragma once

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/site/colour.hpp"

#include <string>
#include <vector>

namespace medskapa {

/// What is drawn behind the question on a process' start page.
enum class Landscape { mountains, hills, coast, plain, none };
template <>
inline constexpr auto names_of<Landscape> = names<Landscape>({
    {Landscape::mountains, "mountains", N_("Mountains")},
    {Landscape::hills, "hills", N_("Wooded hills")},
    {Landscape::coast, "coast", N_("Coast with islands")},
    {Landscape::plain, "plain", N_("Open plain")},
    {Landscape::none, "none", N_("No picture")},
});

/// How the site looks: the region's colours and the picture of its land. What was chosen before stays as
/// earlier rows.
struct SiteAppearance {
    Id<SiteAppearance> id;
    std::string brand;   // buttons and marks: "#1d5647"; empty: Medskapa's own
    std::string link;    // likewise
    std::string accent;  // lines and small marks; never words
    Landscape landscape = Landscape::mountains;
    Instant written_at;

    bool has_colours() const { return !brand.empty() || !link.empty() || !accent.empty(); }
    bool operator==(const SiteAppearance&) const = default;
};

/// A colour that a region chooses, with the form's name for it.
struct ColourSetting {
    std::string_view name;  // in the form
    std::string SiteAppearance::*value;
    double needed;  // contrast to the page, as WCAG 2.2 AA asks
    Colour own;     // Medskapa's, where the region has chosen none
    const char* label;
};
inline constexpr double needed_for_words = 4.5;
inline constexpr double needed_for_marks = 3;
inline constexpr ColourSetting colour_settings[]{
    {"huvudfarg", &SiteAppearance::brand, needed_for_words, {0x1d, 0x56, 0x47},
        N_("Main colour: buttons and marks")},
    {"lankfarg", &SiteAppearance::link, needed_for_words, {0x18, 0x5a, 0x80}, N_("Links")},
    {"accentfarg", &SiteAppearance::accent, needed_for_marks, {0xc7, 0x7a, 0x12},
        N_("Accent, in pictures and lines only")},
};

/// The colours of one of the two dresses of a page, light or dark; all else is Medskapa's own.
struct Palette {
    Colour brand;
    Colour brand_deep;  // a button that is pointed at
    Colour on_brand;    // words on either
    Colour brand_soft;  // behind words, and behind words in the main colour
    Colour link;
    Colour accent;

    bool operator==(const Palette&) const = default;
};

/// The chosen colours as they are, the rest made from them.
Palette light_palette(const SiteAppearance&);
/// The same hues, lightened until they hold on a dark page.
Palette dark_palette(const SiteAppearance&);

/// One colour on another.
struct Laid {
    Colour front;
    Colour ground;

    double contrast() const { return medskapa::contrast(front, ground); }
};

/// Two colours that stand on each other somewhere, and how well they are told apart.
struct ContrastPair {
    const char* what;
    double needed;
    Laid light;
    Laid dark;

    bool holds() const { return light.contrast() >= needed && dark.contrast() >= needed; }
};
std::vector<ContrastPair> contrast_pairs(const SiteAppearance&);

/// Refuses what is no colour, and a colour that is seen too badly on a light page; the complaint names the
/// nearest that is seen well enough. What it lets pass holds in all pairs, light and dark.
Result<SiteAppearance> checked(SiteAppearance);

}  // namespace medskapa
