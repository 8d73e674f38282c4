#include "web/frame/visit.hpp"

#include "base/digest.hpp"
#include "base/signer.hpp"
#include "web/frame/routing/language_address.hpp"
#include "web/ui/forms/form.hpp"

#include <charconv>

namespace medskapa::web {
namespace {

constexpr std::string_view form_purpose = "medskapa.form.v1";

}  // namespace

std::string Visit::href(const std::string& path_from_root) const {
    return in_language(words.language(), path_from_root);
}

std::string_view Visit::field(std::string_view name) const {
    for (const auto& [key, value] : request.form)
        if (key == name) return value;
    return {};
}

std::string_view Visit::query(std::string_view name) const {
    for (const auto& [key, value] : request.query)
        if (key == name) return value;
    return {};
}

std::vector<std::string> Visit::fields(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [key, value] : request.form)
        if (key == name) values.push_back(value);
    return values;
}

std::optional<app::Seen> Visit::seen() const {
    if (!signed_in || request.method != http::Method::post) return std::nullopt;
    app::Seen showed;
    for (const auto& value : fields(seen_name))
        if (const auto colon = value.rfind(':'); colon != value.npos)
            showed[value.substr(0, colon)] = value.substr(colon + 1);
    return showed;
}

std::optional<int> Visit::number(std::string_view s) {
    int n = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
    if (error != std::errc{} || end != s.data() + s.size() || n <= 0 || s.front() == '0') return std::nullopt;
    return n;
}

std::string Visit::new_form_key() const {
    return sign(form_purpose, base32(random_bytes(15)), site.secret);
}

bool Visit::is_form_key(std::string_view typed) const {
    return verify(form_purpose, typed, site.secret).has_value();
}

std::string Visit::csrf_token() const {
    return session.empty() ? std::string{} : signature("medskapa.csrf.v1", session, site.secret);
}

Response see_other(const std::string& location) {
    Response response;
    response.status = 303;
    response.headers = {{"Location", location}, {"Cache-Control", "no-store"}};
    return response;
}

Response not_stored(Response response) {
    for (auto& [name, value] : response.headers)
        if (name == "Cache-Control") value = "no-store";
    return response;
}

Html form_guard(const Visit& visit, const std::string& form_key) {
    const bool needs_key = form_key.empty() && visit.signed_in;
    auto guard = ui::hidden_field("nyckel", needs_key ? visit.new_form_key() : form_key);
    if (!visit.session.empty()) guard += ui::hidden_field("bevis", visit.csrf_token());
    return guard;
}

Html seen_field(const Visit& visit, const sql::RowVersion& now) {
    auto version = now.version;
    if (const auto showed = visit.seen())
        if (const auto known = showed->find(now.row); known != showed->end()) version = known->second;
    return ui::hidden_field(std::string{seen_name}, now.row + ':' + version);
}

Html form_guard(const Visit& visit, const std::vector<sql::RowVersion>& seen) {
    return html("{}{}", form_guard(visit, ""),
        each(seen, [&](const auto& shown) { return seen_field(visit, shown); }));
}

}  // namespace medskapa::web
