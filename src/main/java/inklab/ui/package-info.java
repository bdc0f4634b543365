/**
 * The window's frame: theme, shell, navigation and the selection that all workspaces share. It knows no workspace: each is handed to it.
 */
package inklab.ui;
