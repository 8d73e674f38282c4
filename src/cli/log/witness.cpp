#include "engine/openlog/signing/witness.hpp"

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/log/log.hpp"
#include "cli/options.hpp"
#include "cli/serve/listening.hpp"
#include "cli/terminal.hpp"
#include "engine/openlog/signing/policy.hpp"
#include "store/files/durable_file.hpp"

#include <filesystem>
#include <iostream>
#include <memory>
#include <mutex>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;
namespace http = web::http;

struct WitnessOptions {
    std::string policy;
    std::string data;
    std::string listen = "127.0.0.1:8090";
    std::string name;
};

/// What a witness has cosigned, a folder a log: the same path serves those who watch the witness.
class Cosigned {
public:
    explicit Cosigned(fs::path folder) : folder_{std::move(folder)} {}

    static std::string path_of(const std::string& origin) {
        return hex(as_text(sha256(origin))) + "/checkpoint";
    }

    std::optional<std::string> text(const std::string& path) const {
        if (!fs::is_regular_file(folder_ / path)) return std::nullopt;
        const auto bytes = bytes_of((folder_ / path).string());
        if (!bytes)
            give_up(N_("{} could not be read. Check the name and that you may read it."),
                (folder_ / path).string());
        return *bytes;
    }

    /// A broken file stops the witness: forgetting what it has cosigned would let a log rewrite history.
    std::optional<openlog::TreeHead> newest(const std::string& origin) const {
        const auto path = path_of(origin);
        const auto kept = text(path);
        if (!kept) return std::nullopt;
        const auto checkpoint = openlog::read_signed_checkpoint(*kept);
        if (!checkpoint) give_up(N_("{} is broken: put it back from a backup."), (folder_ / path).string());
        return checkpoint->checkpoint.head;
    }

    void keep(const std::string& origin, const openlog::Note& note) const {
        store::write_durably(folder_ / path_of(origin), openlog::text_of(note), store::Readers::owner);
    }

private:
    fs::path folder_;
};

std::uint64_t seconds_now() {
    return static_cast<std::uint64_t>(
        std::chrono::floor<std::chrono::seconds>(now()).time_since_epoch().count());
}

http::Response plain(int status, std::string body, std::string type = "text/plain; charset=utf-8") {
    http::Response response;
    response.status = status;
    response.content_type = std::move(type);
    response.body = std::move(body);
    return response;
}

class WitnessService {
public:
    WitnessService(std::vector<openlog::VerifierKey> logs, openlog::SigningKey key, Cosigned cosigned)
        : cosigned_{std::move(cosigned)},
          witness_{std::move(logs), std::move(key),
              [this](const std::string& origin) { return cosigned_.newest(origin); }} {}

    http::Response answer(const http::Request& request) {
        if (request.method == http::Method::post)
            return request.path == "/add-checkpoint" ? add(request.body) : plain(404, "not found\n");
        for (const auto& log : witness_.logs) {
            const auto path = Cosigned::path_of(log.name);
            if (request.path != "/" + path) continue;
            if (auto kept = cosigned_.text(path)) return plain(200, *std::move(kept));
        }
        return plain(404, "not found\n");
    }

private:
    http::Response add(const std::string& body) {
        const std::lock_guard one_at_a_time{mutex_};
        auto answer = witness_.answer(body, seconds_now());
        if (answer.cosigned)
            cosigned_.keep(openlog::read_checkpoint(answer.cosigned->text).value().origin, *answer.cosigned);
        return answer.says_size() ? plain(answer.status, std::move(answer.body), "text/x.tlog.size")
                                  : plain(answer.status, std::move(answer.body));
    }

    Cosigned cosigned_;
    openlog::Witness witness_;
    std::mutex mutex_;
};

http::Response status_page(int status, const std::string& request_id) {
    return plain(status, "request " + request_id + "\n");
}

int witness(const WitnessOptions& asked) {
    const auto text = bytes_of(asked.policy);
    if (!text) return refused(text.error());
    const auto policy = openlog::read_policy(*text);
    if (!policy) return refused(policy.error());

    const fs::path folder{asked.data};
    store::keep_to_ourselves();
    const store::FolderLock alone{folder};
    const auto name = asked.name.empty() ? "witness/" + asked.listen : asked.name;
    auto key = store::signing_key_in(folder / "witness.key", name, openlog::KeyType::cosignature);
    std::cout << "witness " << openlog::as_vkey(key.verifier()) << std::endl;

    const EndingSignals signals;
    const auto options = listening_on(asked.listen);
    WitnessService service{policy->logs(), std::move(key), Cosigned{folder / "cosigned"}};
    http::Server server{options,
        [&] { return [&service](const http::Request& request) { return service.answer(request); }; },
        status_page};
    signals.serve(server, options.address);
    return 0;
}

}  // namespace

void add_witness(Command& program, int& exit_code) {
    auto options = std::make_shared<WitnessOptions>();
    auto* command =
        program.add_subcommand("witness", "Cosign other logs' checkpoints, so that none can fork");
    command->footer(
        "Example: medskapa witness --policy logs.policy --data /var/lib/medskapa-witness --listen "
        "127.0.0.1:8090 --name library.example.org/witness");
    command->add_option("--policy", options->policy, "The logs to cosign for (C2SP tlog-policy)")->required();
    command->add_option("--data", options->data, "The witness's folder: its key and what it has cosigned")
        ->required();
    command->add_option("--listen", options->listen, "ADDRESS:PORT")->capture_default_str();
    command->add_option("--name", options->name, "What its key is called, at the first start");
    command->callback([options, &exit_code] { exit_code = run_command([&] { return witness(*options); }); });
}

}  // namespace medskapa::cli
