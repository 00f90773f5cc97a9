/// The files of the preview itself: they are never part of a published site.
enum PreviewResources {
    /// Waits for the next version of the site and reloads; the browser keeps the place on the page.
    static let script = """
        (function () {
          "use strict";
          var own = new URL(document.currentScript.src).searchParams.get("v");
          function wait() {
            fetch("/_parchemin/version?v=" + own, { cache: "no-store" })
              .then(function (answer) { return answer.json(); })
              .then(function (state) {
                if (String(state.version) !== own) { location.reload(); } else { wait(); }
              })
              .catch(function () { setTimeout(wait, 1000); });
          }
          wait();
        })();

        """

    static let style = """
        .apercu-erreurs { position: sticky; top: 0; z-index: 10; max-height: 60vh; overflow: auto; margin: 0; padding: 1rem 1.5rem; background: #fff4f2; color: #3b0f0b; border-bottom: 4px solid #a3261a;
          font: 1rem/1.5 system-ui, sans-serif; }
        .apercu-erreurs h2 { margin: 0 0 .5rem; font: 700 1.1rem/1.3 system-ui, sans-serif; color: inherit; }
        .apercu-erreurs ul { margin: 0; padding: 0; list-style: none; }
        .apercu-erreurs li + li { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid #e3b5b0; }
        .apercu-erreurs p { margin: 0; max-width: none; }
        .apercu-erreurs .apercu-lieu { font-family: ui-monospace, monospace; font-size: .9rem; overflow-wrap: anywhere; }
        .apercu-erreurs pre { margin: .4rem 0; padding: .5rem .75rem; overflow-x: auto; background: #fde4e0; color: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
        .apercu-erreurs .apercu-conseil { font-style: italic; }
        .apercu-avis { margin: 0; padding: .5rem 1.5rem; background: #fdf3d1; color: #3b2f0b; border-bottom: 2px solid #8a6d00; font: 1rem/1.5 system-ui, sans-serif; max-width: none; }
        .apercu-erreurs a { color: inherit; }
        .apercu-seul { margin: 0; font: 1rem/1.5 system-ui, sans-serif; background: #fbf8f1; color: #211d18; }
        .apercu-message { padding: 1.5rem; max-width: 45rem; }
        .apercu-remarques { padding-left: 1.25rem; }
        .apercu-remarques p { margin: 0; overflow-wrap: anywhere; }
        .apercu-remarques li + li { margin-top: 1rem; }

        """
}
