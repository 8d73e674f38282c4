#include "web/issue/desk/checks/references.hpp"

#include "store/document/document_store.hpp"
#include "store/document/trace_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"

#include <algorithm>
#include <string_view>

namespace medskapa::web::issue::desk {
namespace {

constexpr std::string_view inspel_begins = "I-";
constexpr std::string_view change_begins = "Ä-";

bool is_of_token(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view{"-./:_"}.find(c) != std::string_view::npos ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Whole words, numbers and addresses, without the full stop after them.
std::vector<std::string_view> tokens_of(std::string_view text) {
    std::vector<std::string_view> tokens;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at;
        while (end < text.size() && is_of_token(text[end])) ++end;
        auto token = text.substr(at, end - at);
        while (!token.empty() && std::string_view{".:-/"}.find(token.back()) != std::string_view::npos)
            token.remove_suffix(1);
        if (!token.empty()) tokens.push_back(token);
        at = std::max(end, at + 1);
    }
    return tokens;
}

/// What comes after `begins`, where the token begins so; what comes after it within an address.
std::optional<std::string_view> after(std::string_view token, std::string_view begins) {
    if (!token.starts_with(begins)) return std::nullopt;
    return token.substr(begins.size());
}
/// The same of what comes after the beginning of a page's address, up to the next part. `first`: the address
/// of the page that is named 0.
std::optional<std::string_view> within(std::string_view token, const std::string& first) {
    const auto begins = std::string_view{first}.substr(0, first.size() - 1);
    const auto at = token.find(begins);
    if (at == std::string_view::npos) return std::nullopt;
    const auto rest = token.substr(at + begins.size());
    return rest.substr(0, rest.find('/'));
}

bool is_public_inspel(const Visit& visit, int number) {
    const auto inspel = store::inspel_numbered(visit.db, visit.process->id, number);
    return inspel && inspel->state == Inspel::State::published;
}

bool is_public_paragraph(const Visit& visit, std::string_view code) {
    const auto node = store::node_named(visit.db, visit.process->id, std::string{code});
    return node && store::is_public(visit.db, node->node.id);
}

/// A change is read by all when the version that it stands in is frozen.
bool is_public_change(const Visit& visit, std::int64_t number) {
    const auto change = store::change_numbered(visit.db, visit.process->id, number);
    const auto version = change ? store::find_version(visit.db, change->version) : std::nullopt;
    return version && version->frozen_at;
}

/// Whether it looks like a code of one of the process' texts: its code, then a number.
bool looks_like_code(std::string_view token, const std::vector<Document>& documents) {
    return std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
        const auto rest = after(token, document.code);
        return rest && rest->size() > 1 && rest->front() == '-' && (*rest)[1] >= '0' && (*rest)[1] <= '9';
    });
}

bool leads_nowhere(const Visit& visit, std::string_view token, const std::vector<Document>& documents) {
    for (const auto& typed :
        {after(token, inspel_begins), within(token, visit.href(address::inspel_page, 0))})
        if (const auto number = typed ? Visit::number(*typed) : std::nullopt)
            return !is_public_inspel(visit, *number);
    for (const auto& typed :
        {after(token, change_begins), within(token, visit.href(address::change_page, 0))})
        if (const auto number = typed ? Visit::number(*typed) : std::nullopt)
            return !is_public_change(visit, *number);
    if (const auto code = within(token, visit.href(address::paragraph_page, "0")))
        return !is_public_paragraph(visit, *code);
    return looks_like_code(token, documents) && !is_public_paragraph(visit, token);
}

}  // namespace

std::vector<std::string> dead_references(const Visit& visit, const std::string& text) {
    const auto documents = store::documents_of(visit.db, visit.process->id);
    std::vector<std::string> dead;
    for (const auto token : tokens_of(text))
        if (leads_nowhere(visit, token, documents) &&
            std::find(dead.begin(), dead.end(), token) == dead.end())
            dead.emplace_back(token);
    return dead;
}

}  // namespace medskapa::web::issue::desk
