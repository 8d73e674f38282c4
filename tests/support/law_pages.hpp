#pragma once

#include "app/site/description.hpp"
#include "store/privacy/all_tables.hpp"
#include "store/site/description_store.hpp"
#include "support/forms.hpp"
#include "support/markup.hpp"
#include "web/frame/cookies.hpp"
#include "web/law/personal_columns.hpp"
#include "web/ui/assets.hpp"

#include <filesystem>
#include <fstream>

namespace example::inline law_pages_shared {

using web::http::Method;

inline const std::string desk = "/processer/rus-2050/handlaggning/webbplats/";

inline const std::vector<std::string> law_pages{"/tillganglighet", "/personuppgifter", "/kakor", "/kontakt"};

inline SiteDescription filled_with(const std::string& text) {
    SiteDescription description;
    for (const auto& setting : site_settings) {
        const bool is_mail =
            setting.shape == SiteSetting::Shape::email || setting.shape == SiteSetting::Shape::email_or_https;
        if (setting.line)
            description.*setting.line = is_mail ? std::string{setting.name} + "@example.org" : text;
        else
            description.*setting.words = {text, text};
    }
    description.compliance = SiteDescription::Compliance::partial;
    description.examined_on = today;
    return description;
}

inline void describe(const TestSite& site, const SiteDescription& description) {
    site.database.act(site.world.revision, [&](auto& act) { return app::describe_site(act, description); })
        .value();
}

inline PageForm lack_form(const TestSite& site) {
    return forms_in(site.get("/tillganglighet").body).front();
}

}  // namespace example::inline law_pages_shared
