#pragma once

#include "base/archive/zip.hpp"
#include "engine/office/read.hpp"
#include "store/inspel/amendment_store.hpp"
#include "support/office_files.hpp"
#include "support/pages.hpp"

namespace example::inline text_site_shared {

using web::http::Method;

inline const std::string process = "/processer/rus-2050";

inline const std::string desk = process + "/handlaggning";

/// The content text, and an editor at it.
struct Text {
    TestSite site;
    SiteContent content;
    std::string session;

    explicit Text(TestDatabase& database) : site{database} {
        content = fill(site, "lugn");
        session = site.session(Role::process_leader, site.world.revision);
    }
    web::Response read(const std::string& below) const { return site.get(process + below); }
    web::Response post(const std::string& below, const web::http::Fields& form) const {
        return site.post(desk + below, session, form);
    }
    std::string seen(const std::string& node) const {
        for (const auto& [name, value] : fields_in(site.get(desk + "/texter/RUS/" + node, session).body))
            if (name == "sett") return value;
        return {};
    }
};

}  // namespace example::inline text_site_shared
