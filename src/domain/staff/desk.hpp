#pragma once

#include "base/names.hpp"
#include "base/time.hpp"
#include "domain/staff/authorisation.hpp"

#include <optional>
#include <string>
#include <vector>

/// What the desk keeps for each of the staff alone.
namespace medskapa {

/// What somebody is writing and has not saved. Without words: somebody has been led to the place, and is
/// there.
struct DeskDraft {
    Id<User> user;
    std::string place;  // of the form: "svar/17"; unique for each person and process
    std::string words;  // the form's fields, as a browser would send them
    Instant kept_at = {};
};

inline constexpr std::size_t longest_draft = 60'000;  // bytes, all its fields together
inline constexpr std::size_t longest_draft_place = 120;
inline constexpr std::size_t most_drafts = 40;  // of one person in one process; the oldest go
/// So long somebody counts as being where they were led to.
inline constexpr auto time_at_place = std::chrono::minutes{15};

/// A search of the list, by the name that its owner gave it.
struct SavedFilter {
    Id<SavedFilter> id;
    Id<User> user;
    std::string title;
    std::string query;  // of the list's address
};

inline constexpr std::size_t longest_filter_title = 40;
inline constexpr std::size_t longest_filter_query = 1'000;
inline constexpr std::size_t most_saved_filters = 20;  // of one person in one process

/// What is done to many at once.
enum class BulkKind { publish, decline, assign, topic, group, rest_set_aside, undo };
template <>
inline constexpr auto names_of<BulkKind> = names<BulkKind>({
    {BulkKind::publish, "publicera"},
    {BulkKind::decline, "avvisa"},
    {BulkKind::assign, "tilldela"},
    {BulkKind::topic, "amne"},
    {BulkKind::group, "gruppera"},
    {BulkKind::rest_set_aside, "uppdelat"},
    {BulkKind::undo, "angra"},
});

/// One of them, and what came of it.
struct BulkItem {
    enum class Object { inspel, issue, answer };

    Object object = Object::inspel;
    std::int64_t object_id = 0;
    std::string label;    // "I-12:1"
    std::string was;      // what it had before, where that can be given back: a name, a topic's id
    std::string became;   // what it has now
    std::string refusal;  // why it was left alone, in English; empty when it was done
};
template <>
inline constexpr auto names_of<BulkItem::Object> = names<BulkItem::Object>({
    {BulkItem::Object::inspel, "inspel"},
    {BulkItem::Object::issue, "issue"},
    {BulkItem::Object::answer, "answer"},
});

struct BulkAct {
    Id<BulkAct> id;
    Id<User> user;
    BulkKind kind = BulkKind::publish;
    Instant made_at = {};
    std::optional<Instant> undone_at = {};

    /// Whether what it did can be done back.
    bool can_be_undone() const;
};

inline constexpr std::size_t most_in_bulk = 1'000;
inline constexpr std::size_t most_bulk_acts = 10;  // remembered of one person in one process

}  // namespace medskapa
