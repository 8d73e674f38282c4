#pragma once

#include "domain/document/document.hpp"
#include "domain/document/picture.hpp"
#include "store/sql/columns.hpp"

/// The columns of documents and their changes: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto document = sql::table<"document", Document>({
    {"id", internal, key<&Document::id>},
    {"process_id", open, fixed<&Document::process>},
    {"parent_id", open, fixed<&Document::parent>},
    {"code", open, fixed<&Document::code>},
    {"title", open, fixed<&Document::title>},
    {"language", open, fixed<&Document::language>},
});

inline constexpr auto node = sql::table<"node", Node>({
    {"id", internal, key<&Node::id>},
    {"process_id", open},
    {"document_id", open},
    {"code", open, fixed<&Node::code>},
    {"kind", open, fixed<&Node::kind>},
    {"type", open, changes<&Node::type>},
});

inline constexpr auto revision = sql::table<"revision">({
    {"id", internal},
    {"process_id", open},
    {"node_id", open},
    {"text", open},
    {"written_at", internal},
});

inline constexpr auto version = sql::table<"version", Version>({
    {"id", internal, key<&Version::id>},
    {"process_id", open, fixed<&Version::process>},
    {"document_id", open, fixed<&Version::document>},
    {"number", open, fixed<&Version::number>},
    {"kind", open, changes<&Version::kind>},
    {"title", open, changes<&Version::title>},
    {"frozen_at", open, changes<&Version::frozen_at>},
    {"digest", open, changes<&Version::digest>},
});

inline constexpr auto version_line = sql::table<"version_line", Line>({
    {"version_id", open},
    {"position", open},
    {"process_id", open},
    {"node_id", open, fixed<&Line::node, &Node::id>},
    {"revision_id", open, fixed<&Line::revision>},
    {"depth", open, fixed<&Line::depth>},
});

inline constexpr auto change = sql::table<"change", Change>({
    {"id", internal, key<&Change::id>},
    {"process_id", open, fixed<&Change::process>},
    {"document_id", open, fixed<&Change::document>},
    {"version_id", open, fixed<&Change::version>},
    {"number", open, fixed<&Change::number>},
    {"kind", open, changes<&Change::kind>},
    {"node_id", open, fixed<&Change::node>},
    {"other_id", open, changes<&Change::other>},
    {"before_revision", open, changes<&Change::before>},
    {"after_revision", open, changes<&Change::after>},
    {"reason", open, changes<&Change::reason>},
    {"made_at", open, changes<&Change::made_at>},
});

inline constexpr auto change_cause = sql::table<"change_cause", Cause>({
    {"change_id", open},
    {"process_id", open},
    {"kind", open, fixed<&Cause::kind>},
    {"cause_id", open, fixed<&Cause::id>},
    {"standing", open},
    {"judged_in", open},
});

inline constexpr auto revision_cause = sql::table<"revision_cause">({
    {"revision_id", internal},
    {"process_id", internal},
    {"before_revision", internal},
    {"kind", internal},
    {"cause_id", internal},
});

inline constexpr auto picture = sql::table<"picture", Picture>({
    {"id", internal, key<&Picture::id>},
    {"process_id", open, fixed<&Picture::process>},
    {"digest", open, fixed<&Picture::name, &KeptPicture::digest>},
    {"format", open, fixed<&Picture::name, &KeptPicture::format>},
    {"width", open, fixed<&Picture::name, &KeptPicture::width>},
    {"height", open, fixed<&Picture::name, &KeptPicture::height>},
    {"size", open, fixed<&Picture::size>},
    {"kept_at", internal, changes<&Picture::kept_at>},
    {"shown_in", open, changes<&Picture::shown_in>},
});

inline constexpr auto picture_bytes = sql::table<"picture_bytes">({
    {"picture_id", internal},
    {"process_id", internal},
    {"bytes", internal},
});

}  // namespace medskapa::store::tables
