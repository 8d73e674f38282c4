#include "app/inspel/files.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/original_file_store.hpp"

namespace medskapa::app {
namespace {

/// A file of an inspel whose words are not gone, as the act's page showed it.
struct FileOfInspel {
    Inspel inspel;
    OriginalFile file;
};

Result<FileOfInspel> file_as_seen(const Act& act, int number, int file) {
    auto inspel = store::inspel_numbered(act.db(), act.process().id, number);
    if (!inspel) return refuse(Failure::Kind::not_found);
    const auto files = store::files_of(act.db(), inspel->id);
    if (file < 1 || static_cast<std::size_t>(file) > files.size()) return refuse(Failure::Kind::not_found);
    if (inspel->state == Inspel::State::erased) return refuse(Failure::Kind::conflict);
    const auto& found = files[static_cast<std::size_t>(file) - 1];
    demand_seen<store::tables::original_file>(act, found);
    return FileOfInspel{*std::move(inspel), found};
}

std::string object(const Inspel& inspel) {
    return object_named(ObjectKind::inspel, inspel.public_id);
}

/// What readers get: the copy, where there is one.
std::string digest_of_shown(const Act& act, const OriginalFile& file) {
    return store::copy_of(act.db(), file).value_or(file).digest;
}

}  // namespace

std::vector<OriginalFile> keep_files(
    const Act& act, const std::vector<CheckedFile>& files, Id<ReferralAnswer> answer) {
    std::vector<OriginalFile> kept;
    for (const auto& [file, octets] : files) {
        kept.push_back(file);
        kept.back().answer = answer;
        kept.back().id = store::add(tx(act), act.process().id, kept.back(), octets);
    }
    return kept;
}

std::string label_of_file(std::size_t number) {
    return number == 1 ? "file" : "file_" + std::to_string(number);
}

Result<FileKinds> take_files(Permitted<Action::edit_site> act, FileKinds kinds) {
    store::take_files(tx(act), act.process().id, kinds);
    record(act, EntryType::process_choices_changed, object_named(ObjectKind::process, act.process().slug));
    return kinds;
}

Result<OriginalFile> show_file(
    Permitted<Action::moderate_inspel> act, int inspel, int number, Showing showing) {
    auto found = file_as_seen(act, inspel, number);
    if (!found) return tl::unexpected{found.error()};
    auto& file = found->file;
    file.is_shown = showing == Showing::shown;
    store::change(tx(act), file);
    record(act, file.is_shown ? EntryType::inspel_file_shown : EntryType::inspel_file_hidden,
        object(found->inspel), {{"file", digest_of_shown(act, file)}});
    return file;
}

Result<OriginalFile> mask_file(
    Permitted<Action::moderate_inspel> act, int inspel, int number, const SentFile& sent) {
    auto found = file_as_seen(act, inspel, number);
    if (!found) return tl::unexpected{found.error()};
    const auto ready = checked(std::vector{sent}, FileKinds::documents);
    if (!ready) return tl::unexpected{ready.error()};
    auto& file = found->file;
    store::remove_copy(tx(act), file);
    const auto& copy = ready->front();
    file.masked = store::add(tx(act), act.process().id, copy.file, copy.octets);
    store::change(tx(act), file);
    record(act, EntryType::inspel_file_masked, object(found->inspel), {{"file", copy.file.digest}});
    return file;
}

}  // namespace medskapa::app
