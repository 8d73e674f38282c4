#pragma once

#include "engine/openlog/entry.hpp"
#include "engine/openlog/signing/checkpoint.hpp"
#include "engine/openlog/tree/builder.hpp"

#include <chrono>
#include <map>

namespace example {

using namespace medskapa;

inline openlog::SigningKey key_of(
    const std::string& name, openlog::KeyType type = openlog::KeyType::ed25519) {
    return {name, type, sha256(name)};
}

/// A log that is kept in memory: the tests' small world of the open log. Time goes ten minutes an entry.
struct PublishedLog {
    openlog::SigningKey key = key_of("log.example.org/medskapa/rus");
    std::map<std::string, std::string> files;
    std::vector<std::string> entries;
    std::vector<Digest> leaves;

    PublishedLog() {
        openlog::Entry opening;
        opening.type = "log.opened";
        opening.fields = {{"vkey", openlog::as_vkey(key.verifier())}};
        append(opening);
    }

    /// Fills in the time, the process and `prev`.
    void append(openlog::Entry entry) {
        entry.time = Instant{std::chrono::sys_days{std::chrono::March / 1 / 2027}} +
                     std::chrono::minutes{10 * entries.size()};
        if (!entry.object.empty()) {
            entry.process = "rus-2050";
            const auto before = last_about_.find(entry.object);
            if (before != last_about_.end()) entry.prev = before->second;
            last_about_[entry.object] = static_cast<std::int64_t>(entries.size());
        }
        append_text(openlog::canonical(entry));
    }

    void append(const std::string& type, const std::string& object, std::vector<openlog::Field> fields = {}) {
        openlog::Entry entry;
        entry.type = type;
        entry.object = object;
        entry.fields = std::move(fields);
        append(std::move(entry));
    }

    void append_text(const std::string& entry) {
        builder_.append(entry);
        entries.push_back(entry);
        leaves.push_back(openlog::leaf_hash(entry));
    }

    openlog::Checkpoint checkpoint() const { return {key.verifier().name, builder_.head()}; }

    void publish() {
        for (const auto& file : builder_.files()) files[file.path] = file.bytes;
        files["checkpoint"] = openlog::text_of(openlog::signed_checkpoint(checkpoint(), key));
    }

    openlog::SignedCheckpoint newest() const {
        return openlog::read_signed_checkpoint(files.at("checkpoint")).value();
    }

    openlog::Fetch fetch() const {
        return [this](const std::string& path) -> std::optional<std::string> {
            const auto file = files.find(path);
            return file == files.end() ? std::nullopt : std::optional{file->second};
        };
    }

private:
    openlog::Builder builder_;
    std::map<std::string, std::int64_t> last_about_;
};

}  // namespace example
