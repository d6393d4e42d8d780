"""Static files under names that hold the hash of their content, so that a browser may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # it has none


class HashedStatics(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # the same
    """Hashed names, also inside ES modules (each `import` there ends with a semicolon), with gzip beside each file.

    Where nothing was collected (a development server, the tests) files keep their plain names.
    """

    support_js_module_import_aggregation = True

    def stored_name(self, name: str) -> str:
        """Return the hashed name, or the plain one where there is no manifest at all."""
        if not self.hashed_files:
            return name
        stored: str = super().stored_name(name)
        return stored
