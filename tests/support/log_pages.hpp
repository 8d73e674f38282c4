#pragma once

#include "app/log/log_documents.hpp"
#include "base/signer.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "engine/openlog/audit/audit.hpp"
#include "engine/openlog/audit/receipt.hpp"
#include "support/pages.hpp"
#include "web/log/rules.hpp"

namespace example::inline log_pages_shared {

inline bool holds(const web::Response& response, const std::string& words) {
    return response.body.find(words) != std::string::npos;
}

inline web::Response check_file(TestSite& site, const std::string& bytes) {
    auto request = site.request(web::http::Method::post, "/kontrollera");
    request.uploads.push_back({"fil", "kvitto.txt", bytes});
    return site.answer(request);
}

/// The log as somebody reads it who has nothing but the site's address.
inline openlog::Fetch over_the_web(TestSite& site) {
    return [&site](const std::string& path) -> std::optional<std::string> {
        const auto response = site.get("/logg/" + path);
        return response.status == 200 ? std::optional{response.body} : std::nullopt;
    };
}

/// What the site serves at an address, all parts of it.
inline openlog::Fetch documents_of(TestSite& site) {
    return [&site](const std::string& path) -> std::optional<std::string> {
        auto request = site.request(web::http::Method::get, path);
        std::string bytes;
        for (bool has_more = true; has_more;) {
            auto response = site.answer(request);
            if (response.status != 200) return std::nullopt;
            bytes += response.body;
            has_more = response.rest.has_value();
            if (has_more) request = *response.rest;
        }
        return bytes;
    };
}

}  // namespace example::inline log_pages_shared
