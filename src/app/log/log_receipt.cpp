#include "app/log/log_receipt.hpp"

#include "app/log/log_keys.hpp"
#include "engine/openlog/audit/source.hpp"
#include "engine/openlog/objects.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

constexpr std::size_t signs_in_code = 20;
constexpr std::size_t bits_in_sign = 5;

void set_bit(Digest& digest, std::size_t bit) {
    digest[bit / 8] = static_cast<std::uint8_t>(digest[bit / 8] | (0x80U >> bit % 8));
}

/// The smallest and the largest digest whose first 100 bits a code names.
std::optional<std::pair<Digest, Digest>> range_of(const std::string& code) {
    constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    if (code.size() != signs_in_code) return std::nullopt;
    Digest low{};
    for (std::size_t i = 0; i < code.size(); ++i) {
        const auto value = signs.find(code[i]);
        if (value == signs.npos) return std::nullopt;
        for (std::size_t bit = 0; bit < bits_in_sign; ++bit)
            if (((value >> (bits_in_sign - 1 - bit)) & 1U) != 0) set_bit(low, i * bits_in_sign + bit);
    }
    Digest high = low;
    for (std::size_t bit = signs_in_code * bits_in_sign; bit < high.size() * 8; ++bit) set_bit(high, bit);
    return std::pair{low, high};
}

}  // namespace

std::optional<store::StoredEntry> entry_at(sql::Connection& db, std::int64_t place) {
    const auto entries = store::stored_entries(db, place, place + 1);
    if (entries.empty()) return std::nullopt;
    return entries.front();
}

std::string code_of(const store::StoredEntry& entry) {
    return base32(as_text(entry.leaf)).substr(0, signs_in_code);
}

std::optional<store::StoredEntry> entry_with_code(sql::Connection& db, std::string_view typed) {
    const auto range = range_of(base32_normalised(typed));
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
    std::vector<openlog::Opening> openings;
    for (auto& salt : store::salts_of(db, place)) {
        const auto& value = salt.label == "author"  ? inspel.organisation
                            : salt.label == "title" ? inspel.title
                                                    : inspel.text;
        openings.push_back({salt.label, std::move(salt.salt), value});
    }
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
