#include "app/log/log_receipt.hpp"

#include "app/inspel/files.hpp"
#include "app/log/log_keys.hpp"
#include "engine/openlog/audit/source.hpp"
#include "engine/openlog/objects.hpp"
#include "store/inspel/original_file_store.hpp"

#include <algorithm>
#include <map>

namespace medskapa::app {
namespace {

constexpr std::size_t bytes_in_code = 12;
constexpr std::size_t digits_in_group = 6;

/// What a person may have meant: capitals, blanks, points and hyphens do not matter, o is 0, i and l are 1.
std::optional<std::string> bytes_typed(std::string_view typed) {
    std::string digits;
    for (char c : typed) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '.' || c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
        digits += c == 'o' ? '0' : c == 'i' || c == 'l' ? '1' : c;
    }
    if (digits.size() != 2 * bytes_in_code) return std::nullopt;
    return from_hex(digits);
}

/// The smallest and the largest digest that begins with the bytes a code names.
std::optional<std::pair<Digest, Digest>> range_of(std::string_view typed) {
    const auto bytes = bytes_typed(typed);
    if (!bytes) return std::nullopt;
    Digest low{};
    Digest high;
    high.fill(0xFF);
    std::copy(bytes->begin(), bytes->end(), low.begin());
    std::copy(bytes->begin(), bytes->end(), high.begin());
    return std::pair{low, high};
}

}  // namespace

std::optional<store::StoredEntry> entry_at(sql::Connection& db, std::int64_t place) {
    const auto entries = store::stored_entries(db, place, place + 1);
    if (entries.empty()) return std::nullopt;
    return entries.front();
}

std::string code_of(const store::StoredEntry& entry) {
    const auto digits = hex(as_text(entry.leaf)).substr(0, 2 * bytes_in_code);
    std::string code;
    for (std::size_t at = 0; at < digits.size(); at += digits_in_group)
        code += (at == 0 ? "" : ".") + digits.substr(at, digits_in_group);
    return code;
}

std::optional<store::StoredEntry> entry_with_code(sql::Connection& db, std::string_view typed) {
    const auto range = range_of(typed);
    if (!range) return std::nullopt;
    const auto entries = store::entries_with_leaf(db, range->first, range->second);
    if (entries.size() != 1) return std::nullopt;
    return entries.front();
}

std::optional<store::StoredEntry> receipt_entry(sql::Connection& db, const Inspel& inspel) {
    const auto place =
        store::first_about(db, openlog::object_named(openlog::ObjectKind::inspel, inspel.public_id));
    return place ? entry_at(db, *place) : std::nullopt;
}

std::vector<openlog::Opening> openings_of(sql::Connection& db, const Inspel& inspel, std::int64_t place) {
    std::map<std::string, std::string> values{
        {"author", inspel.organisation}, {"title", inspel.title}, {"text", inspel.text}};
    std::size_t number = 0;
    for (const auto& file : store::files_of(db, inspel.id)) values[label_of_file(++number)] = file.digest;
    std::vector<openlog::Opening> openings;
    for (auto& salt : store::salts_of(db, place))
        if (const auto value = values.find(salt.label); value != values.end())
            openings.push_back({salt.label, std::move(salt.salt), value->second});
    return openings;
}

std::optional<std::string> proof_of(
    sql::Connection& db, const openlog::Fetch& published, const store::StoredEntry& entry, Shown shown) {
    const auto note = published("checkpoint");
    const auto checkpoint =
        note ? openlog::read_signed_checkpoint(*note) : openlog::read_signed_checkpoint("");
    const auto keys = trusted_keys(db);
    const auto place = static_cast<std::uint64_t>(entry.place);
    if (!checkpoint || keys.empty() || checkpoint->checkpoint.head.size <= place) return std::nullopt;
    const auto size = checkpoint->checkpoint.head.size;
    const openlog::Source source{size, published};
    const openlog::Receipt receipt{
        openlog::as_vkey(keys.back()), entry.data, std::move(shown.openings), std::move(shown.vote)};
    return openlog::text_of(openlog::ProofFile{
        openlog::text_of(receipt), place, openlog::inclusion_proof(place, size, source.nodes()), *note});
}

}  // namespace medskapa::app
