#include "engine/office/docx/relations.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa::office {
namespace {

std::string folder_of(const std::string& part) {
    const auto slash = part.rfind('/');
    return slash == part.npos ? std::string{} : part.substr(0, slash + 1);
}

/// The name of the part that a target means, as seen from a folder.
std::string resolved(const std::string& folder, std::string target) {
    std::replace(target.begin(), target.end(), '\\', '/');
    std::string path = target.starts_with('/') ? target.substr(1) : folder + target;
    std::vector<std::string> steps;
    for (auto& step : text::split(path, '/')) {
        if (step == ".." && !steps.empty())
            steps.pop_back();
        else if (step != "." && step != ".." && !step.empty())
            steps.push_back(std::move(step));
    }
    std::string name;
    for (const auto& step : steps) name += (name.empty() ? "" : "/") + step;
    return name;
}

}  // namespace

Result<Relations> Relations::read(const Package& package, const std::string& part) {
    const auto folder = folder_of(part);
    Relations relations;
    const auto walked = walk(package, folder + "_rels/" + part.substr(folder.size()) + ".rels",
        {.open = [&](std::string_view name, const Attributes& attributes) {
            if (name != "rel:Relationship") return;
            Relation relation{attributes.get("Id"), attributes.get("Type"), attributes.get("Target")};
            relation.type.erase(0, relation.type.rfind('/') + 1);
            relation.is_elsewhere = attributes.get("TargetMode") == "External";
            if (!relation.is_elsewhere) relation.target = resolved(folder, relation.target);
            relations.all_.push_back(std::move(relation));
        }});
    if (!walked) return tl::unexpected{walked.error()};
    return relations;
}

std::string Relations::target(std::string_view id) const {
    const auto found =
        std::find_if(all_.begin(), all_.end(), [&](const Relation& one) { return one.id == id; });
    return found == all_.end() ? std::string{} : found->target;
}

std::string Relations::part_of(std::string_view id) const {
    const auto found = std::find_if(
        all_.begin(), all_.end(), [&](const Relation& one) { return one.id == id && !one.is_elsewhere; });
    return found == all_.end() ? std::string{} : found->target;
}

std::string Relations::part(std::string_view type, std::string otherwise) const {
    const auto found = std::find_if(
        all_.begin(), all_.end(), [&](const Relation& one) { return one.type == type && !one.is_elsewhere; });
    return found == all_.end() ? otherwise : found->target;
}

}  // namespace medskapa::office
