#include "app/document/pictures.hpp"

#include "app/act/record.hpp"
#include "app/inspel/sent_file.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "domain/inspel/original_file.hpp"
#include "engine/office/markdown/markdown_blocks.hpp"
#include "store/document/picture_store.hpp"

#include <algorithm>
#include <utility>

namespace medskapa::app {
namespace {

constexpr std::chrono::hours unused_for{24};

/// An entry for each that is new. The first commits to those that went to make place for it too.
void record_kept(const Act& act, const Document& document, const std::vector<std::string>& added) {
    if (added.empty()) return;
    std::vector<Committed> forgotten;
    for (const auto& picture :
        store::forget_unused_pictures(tx(act), act.process().id, act.now() - unused_for)) {
        const auto number = forgotten.empty() ? "" : '_' + std::to_string(forgotten.size() + 1);
        forgotten.push_back({"forgotten" + number, picture.name.digest});
    }
    for (const auto& digest : added) {
        auto committed = std::exchange(forgotten, {});
        committed.insert(committed.begin(), {"picture", digest});
        record(act, EntryType::document_picture_kept, object_named(ObjectKind::document, document.code),
            committed);
    }
}

/// Those that readers get to see, each with what is said of it.
class SeenPictures : public office::BlockSink {
public:
    explicit SeenPictures(std::string_view words) {
        if (words.find("bild") != words.npos) office::add_markdown(*this, words);
    }
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }

private:
    struct Seen {
        KeptPicture name;
        bool is_described;
    };

    void add(const office::TextBlock& block) override {
        if (!block.picture) return;
        std::string words;
        for (const auto& span : block.spans) words += span.text;
        all_.push_back({*block.picture, !text::one_line(words).empty()});
    }
    void begin_table(const office::TableHead& head) override {
        for (const auto& column : head.columns) add_cell(column.words);
    }
    void add_row(const office::TableRow& row) override {
        for (const auto& cell : row) add_cell(cell);
    }
    void end_table() override {}
    void finish() override {}
    void add_cell(const office::TableCell& cell) {
        for (const auto& block : cell) add(block);
    }

    std::vector<Seen> all_;
};

/// Whether readers see a picture that we do not know of, or whose alternative they do not get.
bool has_disguised_picture(std::string_view words) {
    auto known = pictures_in(words);
    const SeenPictures all{words};
    return std::any_of(all.begin(), all.end(), [&](const auto& seen) {
        const auto same = std::find_if(known.begin(), known.end(), [&](const ShownPicture& shown) {
            return shown.name == seen.name && shown.alternative.empty() != seen.is_described;
        });
        if (same == known.end()) return true;
        known.erase(same);
        return false;
    });
}

}  // namespace

IsKept kept_in(sql::Connection& db, Id<Process> process) {
    return [&db, process](
               const KeptPicture& name) { return store::find_picture(db, process, name).has_value(); };
}

std::optional<DrawnPicture> drawn(const std::string& bytes, const IsKept& is_kept) {
    if (const auto name = name_of_picture(bytes); name && is_kept && is_kept(*name))
        return DrawnPicture{*name, bytes};
    auto picture = redrawn({"bild", bytes});
    if (picture.fault || !checked_original(picture.name, picture.octets)) return std::nullopt;
    const auto name = name_of_picture(picture.octets);
    if (!name) return std::nullopt;
    return DrawnPicture{*name, std::move(picture.octets)};
}

Result<std::size_t> keep_pictures(
    Permitted<Action::edit_text> act, const Document& document, const std::vector<DrawnPicture>& pictures) {
    const auto process = act.process().id;
    if (document.process != process) return refuse(Failure::Kind::not_allowed);
    std::vector<std::string> added;  // their digests
    for (const auto& picture : pictures) {
        if (const auto sound = checked_original("bild", picture.bytes); !sound)
            return tl::unexpected{sound.error()};
        if (name_of_picture(picture.bytes) != picture.name) return refuse(Failure::Kind::invalid);
        if (auto known = store::find_picture(act.db(), process, picture.name)) {
            known->kept_at = act.now();
            store::change(tx(act), *known);
            continue;
        }
        store::add(tx(act),
            Picture{
                .process = process, .name = picture.name, .size = picture.bytes.size(), .kept_at = act.now()},
            picture.bytes);
        added.push_back(picture.name.digest);
    }
    record_kept(act, document, added);
    return added.size();
}

Result<std::string> checked_words_and_pictures(const std::string& typed) {
    auto words = checked_words(typed);
    if (words && has_disguised_picture(*words))
        return refuse(Failure::Kind::invalid,
            {{Field::text, N_("Write each picture as ![what it shows](bild:name), with nothing more within "
                              "the brackets")}});
    return words;
}

std::vector<Complaint> faults_of_pictures(sql::Connection& db, Id<Process> process, const Lines& lines) {
    std::vector<Complaint> complaints;
    for (const auto& lacking : without_alternative(lines)) {
        const auto where = whereabouts(lines, *place_of(lines, lacking.line.node.id));
        complaints.push_back({Place{alternative_field(lacking.line.node, lacking.number)},
            N_("The picture in “{}”, paragraph {}, has no alternative text. Write what it shows, for who "
               "cannot "
               "see it"),
            {where.heading, where.paragraph}});
    }
    for (const auto& line : lines) {
        if (line.node.kind == Node::Kind::paragraph && has_disguised_picture(line.text))
            complaints.push_back({Place{line.node.code},
                N_("{} shows a picture that is written in another way than ![what it shows](bild:name). "
                   "Write it so, or take it out"),
                {line.node.code}});
        for (const auto& shown : pictures_in(line.text))
            if (!store::find_picture(db, process, shown.name))
                complaints.push_back({Place{line.node.code},
                    N_("{} shows a picture that is not kept here. Read in the file that it comes from, or "
                       "take "
                       "it out"),
                    {line.node.code}});
    }
    return complaints;
}

void show_pictures(const Act& act, const Version& version, const Lines& lines) {
    for (const auto& line : lines)
        for (const auto& shown : pictures_in(line.text)) {
            auto picture = store::find_picture(act.db(), act.process().id, shown.name);
            if (!picture || picture->shown_in) continue;
            picture->shown_in = version.id;
            store::change(tx(act), *picture);
        }
}

}  // namespace medskapa::app
