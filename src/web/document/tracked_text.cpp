#include "web/document/text_file.hpp"
#include "web/document/tracked.hpp"

#include <map>

namespace medskapa::web::document {
namespace {

bool is_heading(const Line& line) {
    return line.node.kind == Node::Kind::section;
}

void add_tracked_line(office::BlockSink& sink, const Line& line, const std::string& before) {
    if (before == line.text) return add_line(sink, line);
    if (!is_heading(line)) return add_tracked(sink, before, line.text);
    add_tracked_heading(sink, office::heading(line.depth, line.text, line.node.code), before);
}

void add_gone(office::BlockSink& sink, const Line& line) {
    if (!is_heading(line)) return add_tracked(sink, line.text, "");
    auto heading = office::heading(line.depth, line.text);
    heading.change = heading.spans.front().look.change = office::Look::Change::removed;
    sink.add(heading);
}

}  // namespace

void add_tracked_text(office::BlockSink& sink, const Lines& before, const Lines& after) {
    std::map<Id<Node>, std::string> was;
    std::map<Id<Node>, Lines> gone;  // by the line before them that is still there
    Id<Node> kept = {};
    for (const auto& line : before) {
        was[line.node.id] = line.text;
        if (place_of(after, line.node.id))
            kept = line.node.id;
        else
            gone[kept].push_back(line);
    }
    for (const auto& line : gone[{}]) add_gone(sink, line);
    for (const auto& line : after) {
        const auto known = was.find(line.node.id);
        add_tracked_line(sink, line, known == was.end() ? std::string{} : known->second);
        for (const auto& old : gone[line.node.id]) add_gone(sink, old);
    }
}

}  // namespace medskapa::web::document
