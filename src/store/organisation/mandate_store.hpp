#pragma once

#include "domain/organisation/mandate.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace medskapa::store {

/// In SQL, of a mandate `m`: the organisation has said yes, whether or not it has been withdrawn since.
inline constexpr std::string_view mandate_stood =
    "(m.confirmed_at IS NOT NULL AND (m.needs_second = 0 OR m.approved_at IS NOT NULL))";

Id<Mandate> add(sql::Transaction&, const Mandate&);
void change(sql::Transaction&, const Mandate&);

std::optional<Mandate> find_mandate(sql::Connection&, Id<Mandate>);
std::optional<Mandate> mandate_of(sql::Connection&, Id<Inspel>);
std::optional<Mandate> mandate_with_public_id(sql::Connection&, Id<Process>, const std::string& public_id);
/// Of those that wait to be confirmed or have been; nothing for an empty key.
std::optional<Mandate> mandate_with_link_key(sql::Connection&, Id<Process>, const std::string& link_key);
/// Of the organisation in the process, the newest first.
std::vector<Mandate> mandates_of(sql::Connection&, Id<Process>, Id<Organisation>);

/// The sender's address, and what was mailed of it. What the organisation has not said yes to is over then,
/// and its ways lead nowhere.
void erase_senders_address(sql::Transaction&, Id<Inspel>);
/// Who speaks, who confirmed it, and every way to it.
void erase_mandate_of(sql::Transaction&, Id<Inspel>);

}  // namespace medskapa::store
