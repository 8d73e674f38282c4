#pragma once

#include "engine/openlog/entry.hpp"
#include "engine/openlog/tree/proof.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa::store {

struct Salt {
    std::string label;
    std::string salt;  // bytes
};

/// Appends the entry in the act's own transaction, with the salts of its commitments. Returns its place.
std::int64_t append(sql::Transaction&, const openlog::Entry&, const std::vector<Salt>&);

/// The places of the newest and of the first entry about an object.
std::optional<std::int64_t> last_about(sql::Connection&, const std::string& object);
std::optional<std::int64_t> first_about(sql::Connection&, const std::string& object);
/// What the entry at a place is about.
std::optional<std::string> object_at(sql::Connection&, std::int64_t place);
std::int64_t log_size(sql::Connection&);
std::optional<std::string> newest_entry(sql::Connection&);
std::vector<std::string> log_entries(sql::Connection&, std::int64_t from, int limit);

/// An entry as the database keeps it.
struct StoredEntry {
    std::int64_t place = 0;
    std::string data;
    Digest leaf;
};
/// Those from `begin` to before `end`, in order.
std::vector<StoredEntry> stored_entries(sql::Connection&, std::int64_t begin, std::int64_t end);
/// Which entries somebody looks for. What is empty asks for nothing.
struct LogSearch {
    std::int64_t before = 0;  // the place
    std::string process = {};
    std::vector<std::string> types = {};  // any of them
    std::string object = {};              // or a part of it: "inspel/7f3a9c" and "inspel/7f3a9c/issue/2"
};
/// The newest that fit, newest first. With an object its types do not matter.
std::vector<StoredEntry> entries_found(sql::Connection&, const LogSearch&, int limit);
/// Those about the installation itself: its log's opening, its keys, its releases. In order.
std::vector<StoredEntry> entries_about_the_log(sql::Connection&);
/// Those whose leaf begins with these bits: `low` and on, up to `high` and with it.
std::vector<StoredEntry> entries_with_leaf(sql::Connection&, const Digest& low, const Digest& high);

/// The place of the first entry that is not older than a moment; the log's size when all are. O(log size).
std::int64_t place_at(sql::Connection&, Instant);

/// The salts of an entry's commitments, by label; none when they are erased.
std::vector<Salt> salts_of(sql::Connection&, std::int64_t place);
/// The places of all entries about an object and its parts.
std::vector<std::int64_t> places_about(sql::Connection&, const std::string& object);
/// Erases the salts of all entries about an object and its parts, so that their commitments stand for nothing
/// that can be found.
void erase_salts_about(sql::Transaction&, const std::string& object);
/// The same of one entry.
/// Of those with the label, or the label and a number: "file", "file_2".
void erase_salts_about(sql::Transaction&, const std::string& object, const std::string& label);
void erase_salts_at(sql::Transaction&, std::int64_t place);

/// What was signed: a size of the log, its root, and the signed note that says so.
struct SignedHead {
    openlog::TreeHead head;
    Instant signed_at;
    std::string note;
};

/// Throws sql::Error when something has been signed for that size already.
void add(sql::Transaction&, const SignedHead&);
/// Another note for the same head: more have signed it.
void change(sql::Transaction&, const SignedHead&);
std::optional<SignedHead> newest_signed(sql::Connection&);

}  // namespace medskapa::store
