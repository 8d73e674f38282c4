#include "app/site/appearance.hpp"
#include "store/site/appearance_store.hpp"
#include "web/site/desk/form.hpp"
#include "web/site/desk/pages.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::site::desk {
namespace {

constexpr auto landscape = "landskap";

Values values_of(const SiteAppearance& appearance) {
    Values values;
    for (const auto& setting : colour_settings) values[std::string{setting.name}] = appearance.*setting.value;
    values[landscape] = name_of(appearance.landscape);
    return values;
}

Result<SiteAppearance> appearance_from(const Values& typed) {
    Reader in{typed};
    SiteAppearance appearance;
    for (const auto& setting : colour_settings) appearance.*setting.value = in.line(setting.name);
    appearance.landscape = in.choice<Landscape>(landscape);
    return in.finished(appearance);
}

/// A letter and a line in the one colour on the other: the picture of what the words beside it say.
Html sample(const Laid& laid) {
    return html(
        R"(<svg class="sample" viewBox="0 0 44 24" width="44" height="24" aria-hidden="true"><rect width="44" height="24" rx="4" fill="{ground}"/><text x="6" y="17" fill="{front}">Aa</text><path d="M29 13H39" stroke="{front}" stroke-width="3"/></svg>)",
        "ground"_a = written(laid.ground), "front"_a = written(laid.front));
}

Html ratio(const Laid& laid, double needed, const Words& words) {
    const double value = laid.contrast();
    const auto* said = value >= needed ? N_("{} : 1, enough") : N_("{} : 1, not enough");
    return html(R"({} <span>{}</span>)", sample(laid), words(said, words.decimal(value, 1)));
}

/// How well the colours that stand now are seen, one on the other.
Html contrasts(const SiteAppearance& appearance, const Words& words) {
    ui::Table table{.caption = words("Contrast between the colours as they are now"),
        .columns = {{words("Colours")}, {words("Light")}, {words("Dark")}, {words("Needed")}},
        .rows = {},
        .narrow = ui::Narrow::stacks};
    for (const auto& pair : contrast_pairs(appearance))
        table.rows.push_back({html("{}", words(pair.what)), ratio(pair.light, pair.needed, words),
            ratio(pair.dark, pair.needed, words), html("{} : 1", words.decimal(pair.needed, 1))});
    return ui::table(table);
}

Form form_of(const Visit& visit) {
    const auto& words = visit.words;
    Form form{words("How the site looks"),
        words(
            "The region's colours, and the picture behind the question on the start page. It is the same for "
            "all processes on the site. A colour that is hard to see is not saved; those of the dark page "
            "are "
            "made from these.")};
    for (const auto& setting : colour_settings)
        form.one({std::string{setting.name}, words(setting.label), Kind::line, Needed::no,
            words("# and six digits or letters. Empty: Medskapa's own, {}", written(setting.own))});
    form.one({landscape, words("Picture on the start page"), Kind::choice, Needed::yes, {},
        ui::choices_of<Landscape>(words)});
    form.after = contrasts(store::site_appearance(visit.db), words);
    return form;
}

Values standing(sql::Connection& db) {
    return values_of(store::site_appearance(db));
}

}  // namespace

Response appearance(const Visit& visit) {
    const auto now = standing(visit.db);
    return form_page(visit, form_of(visit), now, now);
}

Response save_appearance(const Visit& visit) {
    return saved_or_again(
        visit, form_of(visit), [](const Values& typed) { return appearance_from(typed); }, standing,
        [](auto& act, const SiteAppearance& chosen) { return app::change_appearance(act, chosen); });
}

}  // namespace medskapa::web::site::desk
