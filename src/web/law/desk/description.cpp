#include "app/site/description.hpp"
#include "store/site/description_store.hpp"
#include "web/law/addresses.hpp"
#include "web/law/desk/pages.hpp"
#include "web/law/views.hpp"
#include "web/site/desk/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::law::desk {
namespace {

using namespace site::desk;

constexpr auto compliance = "forenlighet";
constexpr auto examined_on = "granskad";

Values values_of(const SiteDescription& description) {
    Values values;
    for (const auto& setting : site_settings) {
        const std::string name{setting.name};
        if (setting.line)
            values[name] = description.*setting.line;
        else
            put(values, name, description.*setting.words);
    }
    values[compliance] = name_of(description.compliance);
    put(values, examined_on, description.examined_on);
    return values;
}

Result<SiteDescription> description_from(const Values& typed) {
    Reader in{typed};
    SiteDescription description;
    for (const auto& setting : site_settings) {
        const std::string name{setting.name};
        if (setting.line)
            description.*setting.line = in.line(name);
        else
            description.*setting.words = in.localized(name);
    }
    description.compliance = in.choice<SiteDescription::Compliance>(compliance);
    description.examined_on = in.day(examined_on);
    return in.finished(description);
}

/// What is missing, and what has grown old.
Html warnings(const Visit& visit, const SiteDescription& description) {
    const auto& words = visit.words;
    Html items = each(
        missing_settings(description), [&](const char* label) { return html("<li>{}</li>", words(label)); });
    const bool is_old =
        description.examined_on.has_value() && description.is_examined_too_long_ago(visit.today());
    if (is_old)
        items += html("<li>{}</li>", words("Accessibility was examined more than twelve months ago. Examine "
                                           "it again, and change the day"));
    if (description.is_old(visit.now))
        items += html("<li>{}</li>", words("Soon a year has gone since this was saved, and security.txt is "
                                           "good for a year. Look it through and "
                                           "save it again"));
    if (items.empty()) return {};
    return ui::notice(ui::Tone::warn,
        html("<p>{}</p><ul>{}</ul>", words("The law asks for this, and the pages lack it:"), items));
}

void add_setting(Form& form, const SiteSetting& setting, const Visit& visit) {
    const bool is_long = setting.shape == SiteSetting::Shape::lines;
    const Entry entry{std::string{setting.name}, visit.words(setting.label),
        is_long ? Kind::text : Kind::line, Needed::no,
        *setting.hint == '\0' ? std::string{} : visit.words(setting.hint)};
    if (setting.words)
        form.in_each_language(entry, visit);
    else
        form.one(entry);
}

Form form_of(const Visit& visit) {
    const auto& words = visit.words;
    Form form{words("What the site says about itself"),
        words("Contact, personal data, accessibility and security. The law asks every public site to say "
              "this. It is the same for all processes on the site, and each version of it is kept.")};
    for (const auto& setting : site_settings) add_setting(form, setting, visit);
    form.one({compliance, words("How far the site meets the law on accessibility"), Kind::choice, Needed::yes,
        {}, ui::choices_of<SiteDescription::Compliance>(words)});
    form.one({examined_on, words("Day when accessibility was examined"), Kind::day});
    form.before = warnings(visit, store::site_description(visit.db));
    return form;
}

Values standing(sql::Connection& db) {
    return values_of(store::site_description(db));
}

}  // namespace

Response description(const Visit& visit) {
    const auto now = standing(visit.db);
    return form_page(visit, form_of(visit), now, now);
}

Response save_description(const Visit& visit) {
    return saved_or_again(
        visit, form_of(visit), [&](const Values& typed) { return description_from(typed); }, standing,
        [](auto& act, const SiteDescription& changed) { return app::describe_site(act, changed); });
}

}  // namespace medskapa::web::law::desk
